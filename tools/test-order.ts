import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, longest first: started last, it would keep one worker busy after the other has nothing left to do. */
const longest = ['test/pages/office', 'test/pages/public', 'test/journeys/', 'src/app/english', 'large.test']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex(part => moduleId.includes(part))
  return at < 0 ? longest.length : at
}

/** Starts long test files first; among the others the order stays. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
