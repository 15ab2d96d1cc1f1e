/** Reads at least this much of a robots.txt (RFC 9309, 2.5). */
export const robotsBytes = 512_000

interface Rule {
  allow: boolean
  path: string
}

/** What a robots.txt says to one crawler. */
export interface Robots {
  allows(path: string): boolean
  /** Seconds between two requests, when the host asks for it; no part of the standard, but a wish. */
  delay: number | null
}

export const everythingAllowed: Robots = { allows: () => true, delay: null }
export const nothingAllowed: Robots = { allows: () => false, delay: null }

/**
 * Reads a robots.txt as RFC 9309 describes it: the groups that name the crawler, else those of `*`; the longest
 * matching path decides, and allowing wins between equals.
 * @param agent product token of the crawler, e.g. `Pendopo`
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsOf(text)
  const own = groups.filter(group => group.agents.includes(agent.toLowerCase()))
  const chosen = own.length > 0 ? own : groups.filter(group => group.agents.includes('*'))
  const rules = chosen.flatMap(group => group.rules)
  return {
    allows(path) {
      if (path === '/robots.txt') return true
      const target = written(path)
      let best: { allow: boolean; length: number } | null = null
      for (const { allow, path: pattern } of rules) {
        if (!matches(pattern, target)) continue
        const { length } = pattern
        if (!best || length > best.length || (length === best.length && allow)) best = { allow, length }
      }
      return best?.allow ?? true
    },
    delay: chosen.find(group => group.delay !== null)?.delay ?? null,
  }
}

interface Group {
  agents: string[]
  rules: Rule[]
  delay: number | null
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let group: Group | null = null
  // Several `User-agent` lines in a row begin one group together.
  let naming = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const found = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line)
    if (!found) continue
    const [key, value] = [found[1]!.toLowerCase(), found[2]!.trim()]
    if (key === 'user-agent') {
      if (!group || !naming) groups.push((group = { agents: [], rules: [], delay: null }))
      // A version behind the name does not count.
      group.agents.push(value === '*' ? '*' : (/^[a-z_-]+/i.exec(value)?.[0] ?? '').toLowerCase())
      naming = true
    } else if (key === 'allow' || key === 'disallow') {
      naming = false
      // An empty rule says nothing.
      if (group && value && group.rules.length < 2000) group.rules.push({ allow: key === 'allow', path: written(value.slice(0, 2000)) })
    } else if (key === 'crawl-delay' && group) {
      naming = false
      const seconds = Number(value)
      if (seconds > 0) group.delay ??= seconds
    }
  }
  return groups
}

/** One way to write a path, so that `%7E` and `~`, and letters typed as they are, compare alike. */
function written(path: string): string {
  return path.replace(/%[0-9a-f]{2}|[^\u0021-\u007e]/gi, part => {
    if (!part.startsWith('%')) return encodeURIComponent(part.isWellFormed() ? part : '\uFFFD')
    const sign = String.fromCharCode(parseInt(part.slice(1), 16))
    return /[\w.~-]/.test(sign) ? sign : part.toUpperCase()
  })
}

/** `*` stands for anything, `$` at the end for the end; compared part by part, so that no pattern costs more than its length. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = parts.shift()!
  if (!path.startsWith(first)) return false
  let at = first.length
  if (parts.length === 0) return !anchored || at === path.length
  const last = parts.pop()!
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0
}
