import process from 'node:process';
import { runCheck } from './checks/check.ts';
import { checks } from './checks/checks.ts';
import { runTests } from './checks/run-tests.ts';

/** `npm test`: every check, then every test. Arguments go to vitest, and then only the tests run: `npm test -- api/`. */
const args = process.argv.slice(2);
let passed = 0;
let failed = 0;

if (args.length === 0) {
  for (const check of checks) {
    if (await runCheck(check)) passed += 1;
    else failed += 1;
  }
}
const tests = await runTests(args);
passed += tests.passed;
failed += tests.failed;

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
