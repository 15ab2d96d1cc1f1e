import { sentencesIn, type Said } from './sentences.ts'
import { each, literal, propertyName, syntaxOf } from './syntax.ts'
import { isCode, isTest, lineAt, type SourceFile, type Violation } from './tree.ts'

const rule = 'words'
const isWords = (path: string) => path.endsWith('/words.en.ts')

/** Every sentence people read has English, and English has no sentence nobody says. */
export function words(files: SourceFile[]): Violation[] {
  const code = files.filter((file) => isCode(file) && file.path.startsWith('src/') && !isTest(file.path))
  const english = entriesOf(code.filter(({ path }) => isWords(path)))
  const known = new Map<string, Said & { english: string }>()
  const found: Violation[] = []
  const report = ({ file, start }: Said, message: string, warning?: boolean) =>
    found.push({ rule, path: file.path, line: lineAt(file.text, start), message, ...(warning ? { warning } : {}) })
  for (const entry of english) {
    const before = known.get(entry.text)
    if (before && before.english !== entry.english) report(entry, `'${entry.text}' is '${before.english}' in ${before.file.path}; keep one of the two`)
    if (!sameHoles(entry.text, entry.english)) report(entry, `the English of '${entry.text}' has other {placeholders} than its source; give it the same`)
    known.set(entry.text, entry)
  }
  const missing = new Set<string>()
  for (const said of sentencesIn(code.filter(({ path }) => !isWords(path)))) {
    if (known.has(said.text) || missing.has(said.text) || !/\p{L}{2}/u.test(said.text.replaceAll(/\{\w+\}/g, ''))) continue
    missing.add(said.text)
    report(said, `'${said.text}' has no English; add it to ${nearestWords(said.file.path)}`)
  }
  const used = new Set(code.filter(({ path }) => !isWords(path)).flatMap(textsOf))
  for (const entry of english) if (!used.has(entry.text)) report(entry, `nobody says '${entry.text}' any more; remove it`, true)
  return found
}

/** The words.en.ts of the room a file stands in. */
function nearestWords(path: string): string {
  const room = path.match(/^src\/(?:modules\/[^/]+|platform\/[^/]+|[^/]+)(?=\/)/)?.[0] ?? 'src/app'
  return `${room}/words.en.ts`
}

function entriesOf(files: SourceFile[]): (Said & { english: string })[] {
  return files.flatMap((file) => {
    const entries: (Said & { english: string })[] = []
    each(syntaxOf(file).program, (node) => {
      const text = propertyName(node)
      const english = literal(node.value)
      if (text !== undefined && english !== undefined) entries.push({ text, english, file, start: node.start })
    })
    return entries
  })
}

function textsOf(file: SourceFile): string[] {
  const found: string[] = []
  each(syntaxOf(file).program, (node) => {
    const text = literal(node)
    if (text !== undefined) found.push(text)
    // A text may also be kept as the key of an object: `{ Draf: 'neutral' }`.
    const key = propertyName(node)
    if (key !== undefined) found.push(key)
  })
  return found
}

/** Words of a government's vocabulary, which English may need in the plural. */
const inPlural = new Set(['desas', 'Desas', 'kecamatans', 'Kecamatans'])
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => (inPlural.has(name) ? name.slice(0, -1) : name)))].sort().join()

/** Plural and choice forms have texts in braces too; their holes are left to the eye. */
const sameHoles = (one: string, other: string) => /,\s*(?:plural|select)/.test(one + other) || holes(one) === holes(other)
