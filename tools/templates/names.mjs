// Names made from a module's noun, the same in every template.

const isNoun = /^[a-z]+(?:-[a-z]+)*$/

const inWords = (noun) => noun[0].toUpperCase() + noun.slice(1).replaceAll('-', ' ')
const joined = (words) => words.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase())

/**
 * `fact-checks` at `cek-fakta` → schema fact_checks, record fact-check, type FactCheck, one factCheck, value factChecks,
 * address /kerja/cek-fakta, said `Cek fakta` and `Fact checks`.
 */
export function namesOf(noun, path = noun) {
  if (!isNoun.test(noun)) throw new Error(`"${noun}" is no module name: use an English noun in small letters, with hyphens between words`)
  if (!isNoun.test(path)) throw new Error(`"${path}" is no address: use the Indonesian words in small letters, with hyphens between them`)
  const record = noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/(?<!s)s$/, '')
  const one = joined(record)
  const Type = one[0].toUpperCase() + one.slice(1)
  const article = /^[aeiou]/.test(record) ? 'an' : 'a'
  return {
    noun, record, one, Type, article, builder: `${article}${Type}`, value: joined(noun), schema: noun.replaceAll('-', '_'), table: record.replaceAll('-', '_'),
    address: `/kerja/${path}`, label: inWords(path), english: inWords(noun),
  }
}

/** A verb as a folder, a function and a part of a permission: `dispose`, `send-back` → sendBack. */
export function verbOf(verb) {
  if (!isNoun.test(verb)) throw new Error(`"${verb}" is no action: use an English verb in small letters`)
  return { verb, name: joined(verb) }
}

/** The last part of an address from the words of a button: `Kirim kembali` → kirim-kembali. */
export const addressOf = (button) => button.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

/** Words as the text of a JavaScript string. */
export const quoted = (words) => `'${words.replace(/\\/g, '\\\\').replace(/'/g, '’')}'`
