// Names made from a module's noun, the same in every template.

const isNoun = /^[a-z]+(?:-[a-z]+)*$/

/** `fact-checks` → schema fact_checks, record fact-check, type FactCheck, value factChecks. */
export function namesOf(noun) {
  if (!isNoun.test(noun)) throw new Error(`"${noun}" is no module name: use an English noun in small letters, with hyphens between words`)
  const record = noun.endsWith('ies') ? `${noun.slice(0, -3)}y` : noun.replace(/(?<!s)s$/, '')
  const Type = record.replace(/(?:^|-)([a-z])/g, (_all, letter) => letter.toUpperCase())
  const value = noun.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase())
  return { noun, record, Type, value, schema: noun.replaceAll('-', '_'), table: record.replaceAll('-', '_') }
}

/** A verb as a folder, a function and a part of a permission: `dispose`, `send-back` → sendBack. */
export function verbOf(verb) {
  if (!isNoun.test(verb)) throw new Error(`"${verb}" is no action: use an English verb in small letters`)
  const name = verb.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase())
  return { verb, name, Name: name[0].toUpperCase() + name.slice(1) }
}
