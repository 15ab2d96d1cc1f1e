import type { SheetRow } from '#platform/sheets/declaring.ts'
import type { Reason } from '#platform/sheets/sheet-run.ts'
import { simplified } from '#platform/sheets/readers.ts'
import type { ListedLetter, Secrecy } from '#modules/correspondence/contract.ts'
import type { Urgency } from '#modules/inbox/contract.ts'
import { noClassification } from './reference-names.ts'

type Values = SheetRow['values']

export const defaults = { kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa' } as const

/** Which way a letter went: as the row says, or by whom it names. */
export function directionOf({ direction, sender, addressee }: Values): 'in' | 'out' | null {
  if (direction === 'in' || direction === 'out') return direction
  if (sender && !addressee) return 'in'
  return addressee && !sender ? 'out' : null
}

const isSecrecy = (code: string): code is Secrecy => ['B', 'T', 'R', 'SR'].includes(code)
const isUrgency = (code: string): code is Urgency => ['biasa', 'segera', 'kilat'].includes(code)

/** The class of secrecy a row says, the lowest when it says none. */
export const secrecyOf = ({ secrecy = '' }: Values): Secrecy => (isSecrecy(secrecy) ? secrecy : defaults.secrecy)

export const isSecretRow = (values: Values): boolean => ['R', 'SR'].includes(secrecyOf(values))

/** The line of an agenda a row stands in: `12/2024`, or `12` in the year it came in. */
export function agendaOf({ agenda = '', receivedOn, letterOn = '' }: Values): { year: number; sequence: number } | null {
  const [sequence, year] = agenda.split('/')
  return sequence ? { sequence: Number(sequence), year: Number(year ?? (receivedOn || letterOn).slice(0, 4)) } : null
}

/** A row as a letter; the file is put beside it by whoever looked for it. */
export function letterOf(values: Values, direction: 'in' | 'out'): ListedLetter {
  const { kind, urgency = '', classification, number, letterOn = '', receivedOn, subject = '', summary = '', sender = '', addressee = '', agenda = '' } = values
  const incoming = direction === 'in'
  return {
    direction, subject, summary, letterOn,
    kind: kind || defaults.kind, secrecy: secrecyOf(values), urgency: isUrgency(urgency) ? urgency : defaults.urgency,
    classification: classification && classification !== noClassification ? classification : null,
    number: number || null, other: incoming ? sender : addressee, fileId: null,
    receivedOn: incoming ? receivedOn || letterOn : null, agenda: incoming ? agendaOf(values) : null, remark: incoming || !agenda ? null : agenda,
  }
}

/** What may stand only once in a file: a letter, a line of the agenda, a file. */
export function keysOf(values: Values): Record<string, string> {
  const direction = directionOf(values)
  if (!direction) return {}
  const { number, subject = '', letterOn, receivedOn, sender = '', agenda, file } = values
  const line = direction === 'in' && agenda && (letterOn || receivedOn) ? agendaOf(values) : null
  return {
    number: letterOn ? [direction, letterOn, number ? simplified(number) : `tanpa nomor ${simplified(subject)}`, direction === 'in' ? simplified(sender) : ''].join('|') : '',
    agenda: line ? `${line.sequence}/${line.year}` : '',
    file: file ?? '',
  }
}

/** Everything that is wrong with a row by itself. */
export function* reasonsOf(values: Values, direction: 'in' | 'out' | null, today: string): Generator<Reason> {
  const { agenda, letterOn = '', receivedOn = '', sender, addressee, subject = '' } = values
  if (!direction) yield { field: 'direction', text: sender ? 'Isi arah surat: baris ini menyebut pengirim dan tujuan sekaligus.' : 'Isi arah surat, atau pengirim untuk surat masuk dan tujuan untuk surat keluar.' }
  if (direction === 'in' && !sender) yield { field: 'sender', text: 'Isi pengirim; surat masuk dikenali darinya.' }
  if (direction === 'out' && !addressee) yield { field: 'addressee', text: 'Isi tujuan surat keluar.' }
  if (subject.length < 3) yield { field: 'subject', text: 'Isi perihal, paling sedikit 3 huruf.' }
  if (letterOn > today) yield { field: 'letterOn', text: 'Tanggal surat ini belum tiba.' }
  if (direction === 'in' && receivedOn > today) yield { field: 'receivedOn', text: 'Tanggal diterima ini belum tiba.' }
  if (direction === 'in' && receivedOn && receivedOn < letterOn) yield { field: 'receivedOn', text: 'Surat ini diterima sebelum tanggalnya sendiri.' }
  if (direction === 'in' && agenda === '') yield { field: 'agenda', text: 'Isi nomor agenda, atau lepas kolom ini dari pencocokan agar semua surat masuk diberi nomor berikutnya.' }
}
