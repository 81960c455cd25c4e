/**
 * `node count-tests.js RECORDS [FAILED STEP]…`: counts the tests in Jest's records (a folder of its --json outputs),
 * prints what failed and, as the last line, "N passed, N failed". Exits with 1 unless all passed and there were some.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, ...failedSteps] = process.argv.slice(2);
const records = readdirSync(folder).map((file) => ({
  step: `tests: ${path.basename(file, '.json')}`,
  ...JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
}));
const sum = (count) => records.map(count).reduce((total, one) => total + one, 0);

/** A test file that could not even be loaded ran no test: it counts as one that failed. */
const failuresIn = (record) => record.numFailedTests + record.numRuntimeErrorTestSuites;

/** A step of tests fails because tests fail: those are counted one by one already, unless there are none. */
const counted = new Set(records.filter((record) => failuresIn(record) > 0).map((record) => record.step));
const otherFailures = failedSteps.filter((step) => !counted.has(step));
/** Nothing failed, but nothing ran either: that is no success. */
const emptyRecords = records.filter(
  (record) => record.numTotalTests === 0 && !failedSteps.includes(record.step),
);

const passed = sum((record) => record.numPassedTests);
const failed = sum(failuresIn) + otherFailures.length + emptyRecords.length;
const nothingRan = passed + failed === 0 ? 1 : 0;

const skipped = sum((record) => record.numPendingTests + record.numTodoTests);
if (skipped > 0) console.log(`skipped tests: ${skipped}`);
for (const step of otherFailures) console.log(`failed step: ${step}`);
for (const { step } of emptyRecords) console.log(`no test ran: ${step}`);
console.log(`${passed} passed, ${failed + nothingRan} failed`);
process.exitCode = failed + nothingRan > 0 ? 1 : 0;
