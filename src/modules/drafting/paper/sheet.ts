import { inWords } from '#platform/documents/in-words.ts'
import type { Fact, Letter as Sheet } from '#platform/documents/letter.ts'
import { filledIn } from '#platform/text/occasion.ts'
import { secrecyWords, urgencyWords, type NewAddressee } from '#modules/correspondence/contract.ts'
import type { DraftContent, Signatory, Signing } from '../contract.ts'
import type { Kind } from '../kinds.ts'

/** All a sheet is made of; whoever asks has looked it up. */
export interface Ingredients {
  content: DraftContent
  kind: Kind
  zone: string
  head: NonNullable<Sheet['head']>
  /** Where it is dated. */
  town: string
  /** Who decides or speaks: the position it is signed for. */
  official: string
  signatory: Signatory | null
  signing: Signing | null
  /** `2026-11-21` */
  day: string
}

/** Beyond this many, whom a letter is for stands in a list behind it. */
const named = 5

const dots = '…………………'

/** Named so that nobody takes these words for a screen's: papers are in Indonesian. */
const fact = (label: string, ...value: string[]): Fact => ({ label, value })

const longDay = (day: string) => new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T12:00:00Z`))

/** `RAHASIA` and the like at the upper left; nothing for what is open. */
const secrecyMark = ({ secrecy }: DraftContent): Sheet['secrecy'] => (secrecy === 'B' ? undefined : { text: secrecyWords[secrecy].toUpperCase(), red: secrecy === 'R' || secrecy === 'SR' })

/** `Rahasia, segera`; `Biasa` when neither is more. */
const natureOf = ({ secrecy, urgency }: DraftContent): string => {
  const said = [secrecy === 'B' ? null : secrecyWords[secrecy], urgency === 'biasa' ? null : urgencyWords[urgency]].filter(word => word !== null)
  return said.length > 0 ? said.map((word, i) => (i === 0 ? word : word.toLowerCase())).join(', ') : secrecyWords.B
}

const rows = (list: readonly NewAddressee[]) => ['| No. | Nama |', '|:-:|---|', ...list.map(({ name, address }, i) => `| ${i + 1}. | ${[name, address].filter(Boolean).join(', ').replaceAll('|', '\\|')} |`)].join('\n')

const receivers = 'DAFTAR PENERIMA'

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']

/** Pages that go with the letter: what its author wrote, and the list of whom it is for when it is long. */
function annexesOf({ content, kind, zone, official }: Ingredients, number: string, date: string): NonNullable<Sheet['attachments']> {
  const to = content.addressees.filter(({ role }) => role === 'to')
  const written = content.annexes.map(({ title, body }) => ({ title, body: filledIn(body, content.meeting, zone) }))
  const all = to.length > named ? [...written, { title: receivers, body: rows(to) }] : written
  return all.map(({ title, body }, i) => ({ title, body, facts: [fact('Lampiran', `${all.length > 1 ? `${romans[i] ?? i + 1}  ` : ''}${kind.name} ${official}`), fact('Nomor', number), fact('Tanggal', date)] }))
}

/** `Yth. …` and where; long lists are behind the letter. */
function addressLines({ content, town }: Ingredients): string[] {
  const to = content.addressees.filter(({ role }) => role === 'to')
  const [first] = to
  if (!first) return []
  if (to.length > named) return ['Yth. (daftar penerima terlampir)']
  if (to.length > 1) return [...to.map(({ name }, i) => `${i === 0 ? 'Yth.' : '        '} ${i + 1}. ${name}`), 'di –', `      ${to.every(one => one.postId ?? one.unitId) ? town : 'Tempat'}`]
  return [`Yth. ${first.name}`, ...(first.address ? first.address.split(/\s*[;\n]\s*/) : ['di –', `      ${first.postId ?? first.unitId ? town : 'Tempat'}`])]
}

function signatureOf({ kind, town, signatory }: Ingredients, date: string, signed: boolean): NonNullable<Sheet['signature']> {
  const place = { ditetapkan: 'Ditetapkan di', dikeluarkan: 'Dikeluarkan di' }
  const letter = kind.form === 'letter' || kind.form === 'memo'
  return {
    dated: kind.dated ? [fact(place[kind.dated], town), fact('pada tanggal', date)] : undefined,
    dateline: letter || kind.dated ? undefined : `${town}, ${date}`,
    capacity: signatory?.capacity ?? [],
    name: signatory?.name ?? '(belum ada pejabat yang berwenang)',
    below: signatory?.below,
    waiting: signed ? undefined : 'Belum ditandatangani',
  }
}

/** Facts at the left of a letter, or below the title of a memo. */
function factsOf({ content, kind, official }: Ingredients, number: string, date: string, pages: number): Fact[] {
  const copies = content.addressees.filter(({ role }) => role === 'copy').map(({ name }) => name)
  const to = content.addressees.filter(({ role }) => role === 'to').map(({ name }) => name)
  const attached = fact('Lampiran', pages === 0 ? '–' : `${pages} (${inWords(pages)}) berkas`)
  const rest = [fact('Sifat', natureOf(content)), attached, fact('Hal', content.subject)]
  if (kind.form === 'letter') return [fact('Nomor', number), ...rest]
  if (kind.form !== 'memo') return []
  const receiving = to.length > named ? ['(daftar penerima terlampir)'] : to
  return [fact('Yth.', ...receiving), fact('Dari', official), ...(copies.length > 0 ? [fact('Tembusan', ...copies)] : []), fact('Tanggal', date), fact('Nomor', number), ...rest]
}

/** The letter as a sheet: one composition for the preview and for what is signed. */
export function sheetOf(of: Ingredients): Sheet {
  const { content, kind, head, town, official, signing, zone, day } = of
  const said = (text: string) => filledIn(text.replaceAll('{official}', official.toUpperCase()).replaceAll('{subject}', content.subject.toUpperCase()), content.meeting, zone)
  const number = signing?.number ?? dots
  const date = signing ? longDay(signing.on) : dots
  const annexes = annexesOf(of, number, date)
  const titled = kind.form !== 'letter'
  const circular = kind.form === 'titled' && kind.addressed
  return {
    paper: kind.paper,
    about: { title: content.subject, author: head.unit, keywords: [kind.name], date: new Date(`${signing?.on ?? day}T00:00:00Z`) },
    secrecy: secrecyMark(content),
    head,
    title: titled ? (kind.title ? [said(kind.title)] : kind.about ? [content.subject.toUpperCase()] : [' ']) : undefined,
    number: titled && kind.form !== 'memo' ? `NOMOR ${number}` : undefined,
    regarding: kind.about && kind.title ? { word: 'TENTANG', subject: content.subject.toUpperCase(), by: kind.form === 'decree' ? `${official.toUpperCase()},` : undefined } : undefined,
    facts: factsOf(of, number, date, annexes.length + content.files.length),
    ruled: kind.form === 'memo',
    dateline: titled ? undefined : `${town}, ${date}`,
    to: kind.form === 'letter' || circular ? addressLines(of) : undefined,
    clauses: kind.parts.flatMap(({ code, label, fixed, lead, ordinals, letters }) => {
      const body = fixed ?? content.parts[code] ?? ''
      return body.trim() === '' ? [] : [{ label, lead, ordinals, letters, body: said(body) }]
    }),
    body: said(content.body),
    signature: signatureOf(of, date, signing !== null),
    copies: kind.form === 'memo' ? undefined : content.addressees.filter(({ role }) => role === 'copy').map(({ name }) => name),
    attachments: annexes,
    verification: signing ? { address: signing.address, sentence: signing.sentence } : undefined,
    mark: signing ? undefined : 'KONSEP',
  }
}
