import { each, eachCall, isNode, literal, syntaxOf, type Node } from './syntax.ts'
import { isCode, isTest, lineAt, moduleOf, type SourceFile, type Violation } from './tree.ts'

const rule = 'SQL ownership'
/** Below everything else; their keys may be referred to. */
const foundations = ['identity', 'organisation']

/** The PostgreSQL schema of a module: `fact-checks` keeps its tables in `fact_checks`. */
export const schemaOf = (noun: string): string => noun.replaceAll('-', '_')

/** Kysely's methods whose first argument names a table. */
const tableMethods = new Set([
  'selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'from', 'using', 'table', 'withSchema',
  'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral',
])

/** A text that is SQL although nothing says so: a verb, then where from. */
const looksLikeSql = /\b(?:select\b[\s\S]+\bfrom|insert\s+into|update\s+\S+\s+set|delete\s+from|truncate|(?:create|alter|drop)\s+table)\b/i

/** DESIGN section 4, rule 4: one schema per module, and no SQL into another's. */
export function sqlOwnership(files: SourceFile[]): Violation[] {
  const schemas = new Map<string, string>()
  for (const { path } of files) {
    const noun = moduleOf(path)
    if (noun) schemas.set(schemaOf(noun), noun)
  }
  const found: Violation[] = []
  for (const file of files) {
    if (!file.path.startsWith('src/') || isTest(file.path) || file.path.startsWith('src/app/')) continue
    const texts = file.path.endsWith('.sql') ? [{ text: bare(file.text), start: 0 }] : isCode(file) ? sqlIn(file) : []
    for (const { text, start } of texts) {
      for (const { schema, at, reference } of schemasIn(text)) {
        const message = complaint(file.path, schemas.get(schema), reference)
        if (message) found.push({ rule, path: file.path, line: lineAt(file.text, start + at), message })
      }
    }
  }
  return found
}

function complaint(path: string, owner: string | undefined, reference: boolean): string | undefined {
  const own = moduleOf(path)
  if (!owner || owner === own) return undefined
  if (!own) return `the platform knows no business; let ${owner} read its own tables and hand in the result`
  if (reference && path.endsWith('.sql')) {
    if (foundations.includes(owner)) return undefined
    return `foreign keys go down to ${foundations.join(' and ')} only; keep the id of ${owner} without a key, and ask its interface`
  }
  return `these are tables of ${owner}; ask its interface from '#modules/${owner}/contract.ts', or listen to its events and keep a copy`
}

/** SQL without comments and quoted texts, of the same length so that line numbers stay. */
function bare(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, (found) => found.replace(/[^\n]/g, ' '))
}

function schemasIn(sql: string): { schema: string; at: number; reference: boolean }[] {
  const found = []
  for (const match of sql.matchAll(/(\breferences\s+)?"?\b([a-z][a-z_0-9]*)"?\."?[a-z_]\w*/gi)) {
    found.push({ schema: (match[2] as string).toLowerCase(), at: match.index, reference: match[1] !== undefined })
  }
  for (const match of sql.matchAll(/\bschema\s+(?:if\s+(?:not\s+)?exists\s+)?"?([a-z][a-z_0-9]*)/gi)) {
    found.push({ schema: (match[1] as string).toLowerCase(), at: match.index, reference: false })
  }
  return found
}

/** Pieces of SQL in TypeScript: tagged templates, table names given to Kysely, and texts that read like SQL. */
function sqlIn(file: SourceFile): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = []
  const { program } = syntaxOf(file)
  each(program, (node) => {
    if (node.type === 'TemplateLiteral') {
      const text = quasisOf(node)
      if (looksLikeSql.test(text)) found.push({ text: bare(text), start: node.start })
    } else if (node.type === 'TaggedTemplateExpression') {
      const tag = node.tag as Node
      if (tag.type === 'Identifier' && tag.name === 'sql') {
        const text = quasisOf(node.quasi as Node)
        if (!looksLikeSql.test(text)) found.push({ text: bare(text), start: node.start })
      }
    } else if (node.type === 'Literal' && typeof node.value === 'string' && looksLikeSql.test(node.value)) {
      found.push({ text: bare(node.value), start: node.start })
    }
  })
  eachCall(program, (name, args, call) => {
    const [table] = args
    // Both only as methods: `db.selectFrom('a.b as c')`, never a function that happens to be called `from`.
    if (!table || !tableMethods.has(name) || (call.callee as Node).type !== 'MemberExpression') return
    const tables = table.type === 'ArrayExpression' ? (table.elements as unknown[]).filter(isNode) : [table]
    for (const one of tables) {
      const text = literal(one)
      if (text !== undefined && !looksLikeSql.test(text)) found.push({ text: name === 'withSchema' ? `${text}.any` : text, start: one.start })
    }
  })
  return found
}

const quasisOf = (template: Node) => (template.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(' $ ')

/** Forward-only migrations sort by their name, so the name has to tell when and what. */
export function migrationNames(files: SourceFile[]): Violation[] {
  const found: Violation[] = []
  const taken = new Map<string, string>()
  for (const { path } of files.filter((one) => /\/migrations\/[^/]+$/.test(one.path) && one.path.endsWith('.sql'))) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const report = (message: string) => found.push({ rule: 'migration names', path, message })
    const stamp = name.match(/^(\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])_(?:[01]\d|2[0-3])[0-5]\d)_[a-z0-9]+(?:_[a-z0-9]+)+\.sql$/)?.[1]
    if (!stamp) {
      report('name it YYYYMMDD_HHMM_verb_noun.sql, e.g. 20261121_0900_create_letter.sql')
      continue
    }
    const key = `${path.slice(0, -name.length)}${stamp}`
    const other = taken.get(key)
    if (other) report(`has the same minute as ${other}; give it one of its own, so that the order is certain`)
    taken.set(key, name)
  }
  return found
}
