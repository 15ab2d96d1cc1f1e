import { posix } from 'node:path'
import { cyclesOf } from './cycles.ts'
import { requiresOf } from './requires.ts'
import { syntaxOf } from './syntax.ts'
import { isCode, isTest, isTestSupport, lineAt, moduleOf, type SourceFile, type Violation } from './tree.ts'

const rule = 'module boundaries'

/** What may be entered of another module, from code and from tests. */
const doors = /^src\/modules\/[^/]+\/contract\.ts$/
const doorsOfTests = /^src\/modules\/[^/]+\/(?:contract\.ts|module\.ts|testing(?:\.tsx?|\/.+))$/

/** `src/modules/<noun>`, `src/platform`, `src/ui`, `src/app`, or the top: main.ts, cli.ts, test/, bench/, tools/. */
function roomOf(path: string): string {
  const noun = moduleOf(path)
  if (noun) return `src/modules/${noun}`
  return path.match(/^src\/(?:platform|ui|app)(?=\/)/)?.[0] ?? 'top'
}

/** Where an import leads inside the repository; undefined for packages and Node's own. */
export function targetOf(from: string, importer: string): string | undefined {
  const room = from.match(/^#(platform|ui|modules|app)\/(.+)$/)
  if (room) return `src/${room[1]}/${room[2]}`
  return from.startsWith('.') ? posix.join(posix.dirname(importer), from) : undefined
}

/** DESIGN section 4, rule 1, and the half of rule 8 about undeclared imports. */
export function moduleBoundaries(files: SourceFile[]): Violation[] {
  const requires = requiresOf(files)
  const found: Violation[] = []
  for (const file of files.filter((one) => isCode(one) && one.path.startsWith('src/'))) {
    for (const { from, start } of syntaxOf(file).imports) {
      const target = targetOf(from, file.path)
      const message = target && complaint(file.path, from, target, requires)
      if (message) found.push({ rule, path: file.path, line: lineAt(file.text, start), message })
    }
  }
  return found
}

function complaint(path: string, from: string, target: string, requires: Map<string, string[]>): string | undefined {
  const here = roomOf(path)
  const there = roomOf(target)
  if (here === there || here === 'top') return undefined
  if (from.startsWith('.') && there !== 'top') return `${from} leaves its room; write '#${target.slice(4)}'`
  // The wiring at the top uses everything; nothing uses the wiring.
  if (there === 'top') return `${from} lies outside src's rooms; move what you need into the platform`
  if (here === 'src/app') return undefined
  // Tests open a whole installation; what they open it with lives where everything is wired, and they sign in and
  // prepare the work of others with the builders of any module.
  if (isTestSupport(path) && (target.startsWith('src/app/testing/') || doorsOfTests.test(target))) return undefined
  if (there === 'src/app') return `only main.ts, cli.ts, test/ and bench/ import app; let app hand over what ${here} needs, as a port or a parameter`
  const other = moduleOf(target)
  if (!other) return undefined
  const own = moduleOf(path)
  if (!own) return `${here} knows no business and imports no module; let ${other} hand in what is needed, or compose it in src/app`
  if (!requires.get(own)?.includes(other)) return `${own} uses ${other} without saying so; add '${other}' to requires in src/modules/${own}/module.ts`
  if (doors.test(target)) return undefined
  return isTest(path)
    ? `of another module a test may use contract.ts, module.ts and testing.ts; add a builder to src/modules/${other}/testing.ts`
    : `import '#modules/${other}/contract.ts' instead; what is missing there is asked for through a port or told by an event`
}

/** Rule 8: `requires` names modules that exist and has no cycle. */
export function requiresGraph(files: SourceFile[]): Violation[] {
  const requires = requiresOf(files)
  const nouns = new Set(files.map(({ path }) => moduleOf(path)).filter((noun) => noun !== undefined))
  const found: Violation[] = []
  const report = (noun: string, message: string) => found.push({ rule: 'module graph', path: `src/modules/${noun}/module.ts`, message })
  for (const noun of nouns) {
    const needs = requires.get(noun)
    if (!needs) report(noun, `every module has a module.ts with requires: ['…'] written as plain texts`)
    for (const need of needs ?? []) {
      if (need === noun) report(noun, 'a module does not require itself; remove it from requires')
      else if (!nouns.has(need)) report(noun, `requires '${need}', which is not under src/modules; correct the name or remove it`)
    }
  }
  for (const cycle of cyclesOf(requires)) {
    report(cycle[0] as string, `${[...cycle, cycle[0]].join(' → ')} is a circle; let one side tell by an event instead of asking, or compose both in src/app`)
  }
  return found
}

/** Files that need each other at run time cannot be understood or tested apart. */
export function importCycles(files: SourceFile[]): Violation[] {
  const graph = new Map<string, string[]>()
  for (const file of files.filter((one) => isCode(one) && one.path.startsWith('src/'))) {
    const targets = syntaxOf(file).imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => targetOf(from, file.path))
    graph.set(file.path, targets.filter((target) => target !== undefined))
  }
  return cyclesOf(graph).map((cycle) => ({
    rule: 'no import cycles',
    path: cycle[0] as string,
    message: `${[...cycle, cycle[0]].join(' → ')}; move what both need into a file of its own`,
  }))
}
