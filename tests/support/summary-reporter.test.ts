import { summaryLine } from './summary-reporter.ts';

const counted = {
  numPassedTests: 12,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
};

describe('the last line of a run', () => {
  it('counts what passed and what failed', () => {
    expect(summaryLine({ ...counted, numFailedTests: 2 })).toBe('12 passed, 2 failed');
  });

  it('counts a file that could not run as a failure', () => {
    expect(summaryLine({ ...counted, numRuntimeErrorTestSuites: 1 })).toBe('12 passed, 1 failed');
  });

  it('does not hide what was left out', () => {
    expect(summaryLine({ ...counted, numPendingTests: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });
});
