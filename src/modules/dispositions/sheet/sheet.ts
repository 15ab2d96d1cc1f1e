import { renderPdf } from '#platform/documents/compiler.ts'
import { dateTime, longDate } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { resource, type Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { letters, secrecyWords, urgencyWords, type Letter } from '#modules/correspondence/contract.ts'
import { unitDirectory, type Unit } from '#modules/organisation/contract.ts'
import { passedOn, recipientsOf, type Disposition, type Recipient } from '../disposition.ts'
import { here } from '../here.ts'
import { saidAll } from '../instructions.ts'
import { lookAt, rootsOf, type Look } from '../parts/look.ts'
import { capacityOf, stateWords } from '../parts/words.ts'
import { isSecret } from '../policy.ts'
import { source } from './source.ts'

/** One line of the tree on paper. */
interface Row {
  depth: number
  title: string
  state: string
  who: string | null
  /** What was asked, and what was reported. */
  asked: string[]
  times: string[]
}

/** Beyond this the paper ends; the order still tells who is below whom. */
const deepest = 6

function rowsOf(look: Look, given: Disposition, depth: number): Row[] {
  const head: Row = {
    depth: Math.min(depth, deepest), title: capacityOf({ kind: given.capacity, title: given.title }), state: dateTime(given.at), who: given.name,
    asked: [saidAll(given.instructions, look.words).join(', '), ...given.note.split('\n')].filter(Boolean),
    times: given.dueOn ? [`Batas waktu ${longDate(given.dueOn)}`] : [],
  }
  return [head, ...recipientsOf(look.seen, given.id).flatMap(one => [recipientRow(look, one, depth + 1), ...passedOn(look.seen, one).flatMap(below => rowsOf(look, below, depth + 2))])]
}

function recipientRow({ reports, names }: Look, one: Recipient, depth: number): Row {
  const by = (id: string | null) => (id && names.get(id) ? `, ${names.get(id)}` : '')
  return {
    depth: Math.min(depth, deepest), title: `→ ${one.title}`, state: `${stateWords[one.state].label}${one.responsible ? ' · Penanggung jawab' : ''}`, who: one.name, asked: [],
    times: [
      one.readAt ? `Dibaca ${dateTime(one.readAt)}${by(one.readBy)}` : '',
      ...reports.filter(({ recipientId }) => recipientId === one.id).map(({ at, text, remarks }) => `Laporan ${dateTime(at)}: ${text || 'tanpa keterangan'}${remarks ? ` (catatan: ${remarks})` : ''}`),
      one.recallReason ? `Ditarik kembali: ${one.recallReason}` : '',
    ].filter(Boolean),
  }
}

/** The disposition sheet of a letter as far as the reader sees it, on paper in Indonesian whatever language they chose. */
export const sheetPdf = resource({
  path: '/kerja/surat/:id/disposisi/lembar.pdf',
  may: 'signed-in',
  async load(context) {
    const place = await here(context)
    const [root] = rootsOf(place.seen)
    if (!root) throw new NotFound()
    const [look, units, receipts] = [await lookAt(context, place), await context.ask(unitDirectory).of(context.government.id), await context.ask(letters).receipts(context.db, place.letter.id)]
    const receipt = receipts.find(({ unitId }) => unitId === root.officeId)
    const agenda = receipt ? `${receipt.sequence}/${receipt.year}` : null
    const body = await renderPdf(withLocale({ language: 'id', zone: context.government.zone, vocabulary: context.government.vocabulary, now: context.now }, () => documentOf(context, look, units.byId(root.officeId), agenda, receipt?.receivedOn ?? null)))
    return { type: 'application/pdf', body, headers: { 'Content-Disposition': "inline; filename*=UTF-8''lembar-disposisi.pdf", 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-store' } }
  },
})

function documentOf({ government, now }: Pick<Context, 'government' | 'now'>, look: Look, office: Unit | undefined, agenda: string | null, receivedOn: string | null) {
  const { letter, seen } = look
  const unit = office && office.kind !== 'government' ? office : undefined
  const title = 'LEMBAR DISPOSISI'
  return {
    source, title, author: office?.name ?? government.name, language: 'id', date: now,
    data: {
      title,
      secrecy: letter.secrecy === 'B' ? null : secrecyWords[letter.secrecy].toUpperCase(), red: isSecret(letter),
      head: {
        government: unit ? governmentLine(government) : null, unit: unit?.name.toUpperCase() ?? governmentLine(government),
        address: [[unit?.address ?? government.address, unit?.phone ?? government.phone, unit?.email ?? government.email].filter(Boolean).join(' · ')].filter(Boolean), crest: null, crestAlt: '',
      },
      facts: factsOf(letter, agenda, receivedOn),
      rows: rootsOf(seen).flatMap(root => rowsOf(look, root, 0)),
      foot: `Dicetak ${dateTime(now)}`, page: 'Halaman {page} dari {pages}',
    },
  }
}

const governmentLine = ({ name }: Pick<Context['government'], 'name'>): string => `Pemerintah ${name}`.toUpperCase()

/** What stands above the tree; what is not known is left out. */
const factsOf = (letter: Letter, agenda: string | null, receivedOn: string | null) =>
  Object.entries({
    'Surat dari': letter.sender,
    'Nomor surat': letter.number,
    'Tanggal surat': letter.letterOn && longDate(letter.letterOn),
    Diterima: receivedOn && longDate(receivedOn),
    'Nomor agenda': agenda,
    Derajat: urgencyWords[letter.urgency],
    Perihal: letter.subject,
  }).flatMap(([label, value]) => (value ? [{ label, value: [value] }] : []))
