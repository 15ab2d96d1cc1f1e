import { longDate } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import type { Context } from '#platform/web/page.ts'
import type { NewAddressee } from '#modules/correspondence/contract.ts'
import type { DraftContent, DraftSigner } from '#modules/drafting/contract.ts'
import type { Row } from '../decree.ts'
import type { KindOfDecree, Person } from '../kinds/kind.ts'
import { rankName, type Lists, type Template } from '../lists.ts'

/** Marks of Markdown and of tables in a name are letters of that name; brackets would look like something still to be written. */
const plain = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')').replace(/[|\\`*_{}<>]/g, '\\$&')

/** Fills what stands in braces; what nothing is known of stays, so that it is seen. */
const filled = (text: string, words: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (mark, name: string) => words[name] ?? mark)

/** A decree as a letter: the wording of its kind, filled with what is known of the person and what the row says. */
export function contentOf({ government, now }: Pick<Context, 'government' | 'now'>, kind: KindOfDecree, template: Template, lists: Lists, { person, row, signer, addressees }: { person: Person; row: Row; signer: DraftSigner; addressees: readonly NewAddressee[] }): DraftContent {
  // Letters are in Indonesian, whoever prepares them.
  const words = withLocale({ language: 'id', zone: government.zone, vocabulary: {}, now }, () => ({
    nama: person.name, nip: person.nip ?? '–', lahir: longDate(person.birthDate), pangkat: rankName(person.grade, lists), jabatan: person.position ?? '–', unit_kerja: person.unit,
    ...kind.words(row, person, lists),
  }))
  const safe = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, plain(text)]))
  return {
    kind: template.kind, subject: filled(template.subject, words), body: filled(template.body ?? '', safe), parts: Object.fromEntries(Object.entries(template.parts ?? {}).map(([code, text]) => [code, filled(text, safe)])),
    classification: template.classification, secrecy: template.secrecy, urgency: 'biasa', addressees, signer, annexes: [], files: [], meeting: null, replyBy: null, answersId: null,
  }
}
