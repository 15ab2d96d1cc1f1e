import { isTest, isTestSupport, moduleOf, type SourceFile, type Violation } from './tree.ts'

const fileLimit = 320
const moduleLimit = 2500
const isWords = (path: string) => path.endsWith('/words.en.ts')
const isGenerated = (text: string) => /^(?:\/\*\*?|\/\/).{0,40}\b(?:generated|written) by\b/i.test(text)
const linesOf = (text: string) => text.trimEnd().split('\n').length

/** DESIGN section 4, rule 9: what fits on a few screens can be read in one sitting. */
export function sizes(files: SourceFile[]): Violation[] {
  const found: Violation[] = []
  const modules = new Map<string, number>()
  for (const { path, text } of files) {
    if (!/\.(?:tsx?|mjs|css|sql)$/.test(path) || isWords(path) || isGenerated(text)) continue
    const lines = linesOf(text)
    if (lines > fileLimit) {
      const advice = isTest(path) ? 'split the test by what it is about' : 'split it by what each part is about'
      found.push({ rule: 'file size', path, message: `has ${lines} lines and a file has about 300; ${advice}` })
    }
    const noun = moduleOf(path)
    if (noun && /\.tsx?$/.test(path) && !isTestSupport(path)) modules.set(noun, (modules.get(noun) ?? 0) + lines)
  }
  for (const [noun, lines] of modules) {
    if (lines <= moduleLimit) continue
    const message = `has ${lines} lines without tests and words, and a module has about ${moduleLimit}; split the noun in two`
    found.push({ rule: 'module size', path: `src/modules/${noun}`, message })
  }
  return found
}

const drawers = /^(?:utils?|helpers?|common|misc)$/i
const versions = /^v\d+$/i
const ages = /^(?:new|old)-/i
/** Commands are named by what they do, and making something new is what they do. */
const allowed = new Set(['tools/new-module', 'tools/new-action'])

/** Rule 10: a thing is named for what it is. */
export function names(files: SourceFile[]): Violation[] {
  const found = new Map<string, Violation>()
  for (const { path } of files) {
    const parts = path.split('/')
    for (const [index, part] of parts.entries()) {
      const place = parts.slice(0, index + 1).join('/')
      if (found.has(place) || allowed.has(place.replace(/\.(?:test\.)?(?:mjs|ts)$/, ''))) continue
      const words = part.split(/[-_.]/)
      const message = words.some((word) => drawers.test(word))
        ? 'is a drawer without a label; name it for what it does, or put each part beside its only user'
        : words.some((word) => versions.test(word)) || ages.test(part)
          ? 'tells its age; name it for what it is, and remove the one it replaces'
          : undefined
      if (message) found.set(place, { rule: 'names', path: place, message })
    }
  }
  return [...found.values()]
}
