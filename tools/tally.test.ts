import { describe, expect, it } from 'vitest'
import { tallyOf, type VitestReport } from './tally.ts'

const report = (parts: Partial<VitestReport>): VitestReport => ({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], ...parts })

describe('the last line of npm test', () => {
  it('adds tests that wait and tests yet to be written to the skipped ones', () => {
    expect(tallyOf(report({ numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({ passed: 7, failed: 0, skipped: 3 })
  })

  it('counts a file that breaks before its first test as one failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(tallyOf(report({ numPassedTests: 7, testResults }), 1)).toEqual({ passed: 7, failed: 1, skipped: 0 })
  })

  it('counts a failing test once, not also as a failing file', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }]
    expect(tallyOf(report({ numPassedTests: 1, numFailedTests: 1, testResults }), 1).failed).toBe(1)
  })

  it('counts an error outside all tests, and a runner that died without a report', () => {
    expect(tallyOf(report({ numPassedTests: 7 }), 1).failed).toBe(1)
    expect(tallyOf(undefined, 134).failed).toBe(1)
  })
})
