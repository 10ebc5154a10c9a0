/** Ends a run with one plain line, so that a script need not know how Jest writes its own. */

type Counted = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
};

/** A file that could not run at all counts as one failure: its tests were not even counted. */
export const summaryLine = (counted: Counted): string => {
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  const skipped = counted.numPendingTests > 0 ? `, ${counted.numPendingTests} skipped` : '';
  return `${counted.numPassedTests} passed, ${failed} failed${skipped}`;
};

// Jest makes a reporter with `new`, from whatever the file exports by default.
// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default function SummaryReporter() {
  return {
    onRunComplete: (_tests: unknown, result: Counted) => {
      // Jest's own summary comes after this: the very end is when the process goes.
      process.once('exit', () => process.stdout.write(`${summaryLine(result)}\n`));
    },
  };
}
