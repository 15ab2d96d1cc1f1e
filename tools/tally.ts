/** The parts of vitest's JSON report that the last line of `npm test` is made from. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests?: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Adds up a run of vitest. A file that fails outside its tests, and a run that ends badly without a report, are failures too. */
export function tallyOf(report: VitestReport | undefined, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'))
  const failed = report.numFailedTests + broken.length
  // An error outside every test fails the run although each test passed.
  const stray = failed === 0 && exitCode !== 0 ? 1 : 0
  return { passed: report.numPassedTests, failed: failed + stray, skipped: report.numPendingTests + (report.numTodoTests ?? 0) }
}
