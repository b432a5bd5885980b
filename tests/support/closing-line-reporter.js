/** Prints the last line of a run: how many tests passed and failed. A suite that could not run counts as a failure. */
module.exports = class ClosingLineReporter {
  onRunComplete(_, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed\n`);
  }
};
