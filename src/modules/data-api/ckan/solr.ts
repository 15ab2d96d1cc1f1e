import type { Wanted, WantedField } from '#modules/datasets/contract.ts'
import type { Around } from '../around.ts'
import { ActionFailure } from './failure.ts'

const everything: Wanted = { all: [] }
const nothing: Wanted = { any: [] }

interface Token {
  kind: '(' | ')' | 'and' | 'or' | 'not' | 'must' | 'field' | 'word' | 'phrase' | 'range'
  text: string
}

const shapes: [Token['kind'], RegExp][] = [
  ['(', /^\(/], [')', /^\)/], ['and', /^(?:AND\b|&&)/], ['or', /^(?:OR\b|\|\|)/], ['not', /^(?:NOT\b|!)/],
  ['field', /^([A-Za-z_][\w.-]*):/], ['phrase', /^"((?:[^"\\]|\\.)*)"(?:[~^][\d.]+)?/], ['range', /^([[{][^\]}]*[\]}])(?:\^[\d.]+)?/], ['word', /^((?:[^\s()"[\]{}\\:]|\\.|:(?!\s))+)/],
]

/** The words of a query in Solr's language, as far as clients of CKAN use it. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let rest = text.trim()
  let sticky = true
  while (rest !== '') {
    const sign = sticky ? /^[+-](?=\S)/.exec(rest) : null
    const found = sign ? null : shapes.map(([kind, shape]) => ({ kind, match: shape.exec(rest) })).find(({ match }) => match)
    if (sign) tokens.push({ kind: sign[0] === '-' ? 'not' : 'must', text: '' })
    else if (found?.match) tokens.push({ kind: found.kind, text: found.match[1] ?? '' })
    else throw new ActionFailure('Search Query Error', `SOLR returned an error running query: unexpected “${rest.slice(0, 20)}”`)
    rest = rest.slice((sign ?? found!.match!)[0].length)
    sticky = /^\s/.test(rest) || tokens.at(-1)!.kind === '('
    rest = rest.trimStart()
    if (tokens.length > 200) throw new ActionFailure('Search Query Error', 'The query is too long')
  }
  return tokens
}

const plain = (text: string) => text.replace(/\\(.)/g, '$1')

/** `NOW-7DAYS` and days without a time, as an instant. */
function instantOf(text: string, now: Date, end: boolean): string {
  const [, sign, n, unit] = /^NOW(?:\/DAY)?(?:([+-])(\d+)(HOUR|DAY|MONTH|YEAR)S?)?$/.exec(text) ?? []
  if (text.startsWith('NOW')) {
    const hours = { HOUR: 1, DAY: 24, MONTH: 730, YEAR: 8766 }[unit ?? 'HOUR'] ?? 1
    return new Date(now.getTime() + (sign === '-' ? -1 : 1) * Number(n ?? 0) * hours * 3_600_000).toISOString()
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T${end ? '23:59:59.999' : '00:00:00'}Z` : text
}

const fields: Record<string, WantedField> = {
  title: 'title', title_string: 'title', name: 'slug', notes: 'summary', text: 'words', q: 'words', entity_type: 'words', organization: 'unitId', owner_org: 'unitId', groups: 'theme', tags: 'tag', vocab_tags: 'tag',
  res_format: 'format', license_id: 'licence', license: 'licence', access: 'access', akses: 'access', id: 'id', metadata_modified: 'updated', metadata_created: 'created',
}
/** True of everything the public sees here. */
const always: Record<string, string> = { state: 'active', private: 'false', dataset_type: 'dataset', type: 'dataset', capacity: 'public', entity_type: 'package', site_id: 'default' }
/** Where CKAN compares whole values. */
const whole = new Set<WantedField>(['slug', 'unitId', 'theme', 'tag', 'format', 'licence', 'access', 'id'])

/** Reads a query; what it means of organizations is looked up by name or id. @throws ActionFailure */
export function wantedBy(query: string, around: Pick<Around, 'units'>, now: Date): Wanted {
  const tokens = tokensOf(query)
  let at = 0
  const peek = () => tokens[at]?.kind

  function either(field: string | null): Wanted {
    const parts = [both(field)]
    while (peek() === 'or') {
      at++
      parts.push(both(field))
    }
    return parts.length === 1 ? parts[0]! : { any: parts }
  }
  function both(field: string | null): Wanted {
    const parts: Wanted[] = []
    while (at < tokens.length && peek() !== ')' && peek() !== 'or') {
      if (peek() === 'and') at++
      else parts.push(one(field))
    }
    return parts.length === 1 ? parts[0]! : { all: parts }
  }
  function one(field: string | null): Wanted {
    const token = tokens[at++]
    switch (token?.kind) {
      case 'not': return { not: one(field) }
      case 'must': return one(field)
      case 'field': return one(token.text)
      case '(': {
        const inside = either(field)
        if (tokens[at++]?.kind !== ')') throw new ActionFailure('Search Query Error', 'A parenthesis is not closed')
        return inside
      }
      case 'word': case 'phrase': case 'range': return meant(field, token)
      default: throw new ActionFailure('Search Query Error', 'The query ends too early')
    }
  }
  function meant(name: string | null, { kind, text }: Token): Wanted {
    if (name === '*' || (kind === 'word' && text === '*' && (name === null || name in fields || name in always)) || text === '*:*') return everything
    const field = name === null ? 'words' : fields[name]
    if (name !== null && name in always && (always[name] === text || !field)) return always[name] === text ? everything : nothing
    if (!field) return nothing
    if (kind === 'range') {
      const [, from = '*', to = '*'] = /^[[{]\s*(\S+)\s+TO\s+(\S+)\s*[\]}]$/i.exec(text) ?? []
      const bound = (is: 'from' | 'to', value: string): Wanted[] => (value === '*' ? [] : [{ field, is, value: field === 'updated' || field === 'created' ? instantOf(value, now, is === 'to') : plain(value) }])
      return { all: [...bound('from', from), ...bound('to', to)] }
    }
    const value = plain(text)
    if (field === 'unitId') return { field, is: 'eq', value: (around.units.bySlug(value) ?? around.units.byId(value))?.id ?? '-' }
    if (field === 'id') return { any: [{ field: 'id', is: 'eq', value }, { field: 'slug', is: 'eq', value }] }
    if (kind === 'word' && /[*?]/.test(text)) return { field, is: 'has', value: plain(text.replace(/[*?]+/g, '')) }
    return { field, is: whole.has(field) ? 'eq' : 'has', value }
  }

  if (tokens.length === 0) return everything
  const wanted = either(null)
  if (at < tokens.length) throw new ActionFailure('Search Query Error', 'A parenthesis is closed that was not opened')
  return wanted
}
