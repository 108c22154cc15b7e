// Mozilla's own linter over the Firefox build; notices fail as errors do.
import { run } from './run.mjs';

const { output } = await run(
  'web-ext lint --no-config-discovery --source-dir dist/firefox --warnings-as-errors --output json',
);
const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
const { errors, warnings, notices } = report.summary;
console.log(`${errors} errors, ${warnings} warnings, ${notices} notices`);
if (errors + warnings + notices > 0) {
  console.log(JSON.stringify([...report.errors, ...report.warnings, ...report.notices], null, 2));
  process.exitCode = 1;
}
