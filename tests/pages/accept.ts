import { writeFileSync } from 'node:fs';
import { readPage } from '../../src/extract/read-page.ts';
import { caseFile, normalised, openCase } from './page-case.ts';

// Shows what a page gives now, so that a person may look before it becomes what is expected:
//   node --import tsx tests/pages/accept.ts CASE          prints
//   node --import tsx tests/pages/accept.ts CASE --write  rewrites expected.html
const [name, write] = process.argv.slice(2);
if (!name) throw new Error('Name a case, a folder of tests/pages.');

const read = readPage(openCase(name));
if (!read.ok) {
  console.log(`failure: ${read.reason}`);
} else {
  const { html, ...facts } = read.value.draft;
  const body = normalised(html);
  if (write === '--write') writeFileSync(caseFile(name, 'expected.html'), `${body}\n`);
  else console.log(body, facts, read.value.leftOut);
}
