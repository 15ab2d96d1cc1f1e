import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** A file of the repository; `path` is relative to its root, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

/** What a rule found; `message` says what to do instead. A `warning` is shown and does not fail the check. */
export interface Violation {
  rule: string
  path: string
  line?: number
  message: string
  warning?: boolean
}

/** A rule over the whole tree: pure, so that its test can hand it a deliberate violation. */
export type Check = (files: SourceFile[]) => Violation[]

const folders = ['src', 'test', 'bench', 'tools']
const single = ['ARCHITECTURE.md']
const readable = /\.(?:tsx?|mjs|js|css|sql|md|json)$/

/** All texts the rules look at. */
export function readTree(root: string): SourceFile[] {
  const paths = readdirSync(root).filter((name) => single.includes(name))
  for (const folder of readdirSync(root).filter((name) => folders.includes(name))) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (readable.test(file)) paths.push(`${folder}/${file.split(sep).join('/')}`)
    }
  }
  return paths.sort().flatMap((path) => {
    const text = readIfThere(join(root, path))
    return text === undefined ? [] : [{ path, text }]
  })
}

/** Another hand may have moved a file since it was listed. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The module a path belongs to, e.g. `fact-checks`. */
export const moduleOf = (path: string): string | undefined => path.match(/^src\/modules\/([^/]+)\//)?.[1]

export const isCode = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path)
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
export const isTestSupport = (path: string): boolean => isTest(path) || /\/testing(?:\.tsx?|\/)/.test(path)

/** Line number, from 1, of a position in a text. */
export const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length
