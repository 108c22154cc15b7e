import { writeFileSync } from 'node:fs';
import { readPage } from '../../src/extract/read-page.ts';
import { complaints } from './complaints.ts';
import { caseFile, expectedOf, normalised, openCase } from './page-case.ts';

// Shows what a page gives now, so that a person may look before it becomes what is expected:
//   node --import tsx tests/pages/accept.ts CASE          prints, with what is wrong with it
//   node --import tsx tests/pages/accept.ts CASE --write  rewrites expected.html
const [name, write] = process.argv.slice(2);
if (!name) throw new Error('Name a case, a folder of tests/pages.');

const read = readPage(openCase(name));
if (!read.ok) {
  console.log(`failure: ${read.reason}`);
} else {
  const expected = expectedOf(name);
  const { html, ...facts } = read.value.draft;
  const body = normalised(html);
  if (write === '--write') writeFileSync(caseFile(name, 'expected.html'), `${body}\n`);
  else console.log(body, facts, read.value.leftOut);
  if ('fault' in expected) console.log(complaints(read.value.draft, expected));
}
