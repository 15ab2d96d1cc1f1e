import { z } from 'zod'
import { unprintableIn } from '#platform/documents/printable.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { line, optionalDay, optionalId, optionalLine, optionalMoment, several } from '#platform/forms/inputs.ts'
import { toLocal, fromLocal } from '#platform/time/zone.ts'
import type { Context, FileRule } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import type { AssignedRow } from '#modules/assignments/contract.ts'
import type { Meeting, NewAddressee, Secrecy } from '#modules/correspondence/contract.ts'
import type { Urgency } from '#modules/inbox/contract.ts'
import { fill } from '#ui/part/part.ts'
import { rows } from '#ui/part/rows.tsx'
import type { DraftContent, DraftSigner } from '../contract.ts'
import { collapsed, meant, membersOf, recognised, type Correspondents } from '../correspondents.ts'
import { written, type Kind } from '../kinds.ts'

const secrecies: readonly Secrecy[] = ['B', 'T', 'R', 'SR']
const urgencies: readonly Urgency[] = ['biasa', 'segera', 'kilat']
const text = () => z.string().max(200_000, 'Paling banyak {max} huruf').default('').transform(typed => typed.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim())

/** The form of a letter; parts of the kind travel as `part_<code>`, addressees and annexes as rows. */
export const draftForm = z.looseObject({
  unit: optionalId(),
  subject: line(5, 300, 'Isi perihal, paling sedikit 5 huruf'),
  body: text(),
  classification: optionalLine(40),
  secrecy: z.enum(secrecies, 'Pilih klasifikasi keamanan'),
  urgency: z.enum(urgencies, 'Pilih kecepatan'),
  reply_by: optionalDay(),
  signer: optionalId(),
  behalf: optionalId(),
  through: optionalId(),
  meeting_from: optionalMoment(),
  meeting_to: optionalMoment(),
  meeting_place: optionalLine(200),
  meeting_link: optionalLine(300),
  meeting_agenda: optionalLine(200),
  duty_from: optionalDay(), duty_until: optionalDay(), duty_place: optionalLine(200),
  groups: several(z.string()),
  files_remove: several(z.string()),
  version: z.coerce.number().int().optional(),
})

export type DraftInput = z.output<typeof draftForm>

/** Files that go beside the letter. */
export const draftFiles: Record<string, FileRule> = { files: { max: 10_000_000, accept: 'any', many: true } }

/** Ids of the lists of names browsers offer while one types. */
export const suggestions = 'penerima'
export const staffSuggestions = 'pegawai'

const person = { name: { label: 'Jabatan, unit, atau nama', max: 200, suggestions }, contact: { label: 'Surel atau alamat pos', max: 300 } }

/** Lists of lines within the form. */
export const lists = {
  to: rows('Kepada', { columns: person, max: 400, hint: 'Pilih dari saran untuk jabatan dan unit di sini. Untuk yang di luar, isi juga surel atau alamat posnya.' }),
  copies: rows('Tembusan', { columns: person, max: 100 }),
  assigned: rows('Yang ditugaskan', { columns: { name: { label: 'Nama atau NIP pegawai', max: 200, suggestions: staffSuggestions }, position: { label: 'Jabatan, bila dari luar', max: 200 } }, max: 200, hint: 'Pilih dari saran, atau tulis NIP. Presensi mereka dijelaskan surat ini begitu ditandatangani.' }),
  annexes: rows('Halaman lampiran', { columns: { title: { label: 'Judul lampiran' }, body: { label: 'Isi lampiran', as: 'lines', max: 100_000 } }, max: 20, hint: 'Dicetak di belakang surat, masing-masing mulai dari halaman baru. Pakai Markdown, misalnya untuk tabel.' }),
}

/** Everything wrong with a form at once. */
export class Findings {
  readonly all: { name: string; message: { text: string; values?: Record<string, string | number> } }[] = []
  readonly wrong = (name: string, message: string, values?: Record<string, string | number>): void => void this.all.push({ name, message: { text: message, values } })
  /** @throws Problem when something is */
  settle(): void {
    if (this.all.length > 0) throw Problem.all(this.all)
  }
}

type Row = { name: string; contact: string }
const mail = z.email()

/** Somebody typed in a row: known here, or outside with an address of one kind. */
async function addresseeOf(asking: Pick<Context, 'ask' | 'db'>, known: Correspondents, { name, contact }: Row, { role, input, secrecy, stored }: { role: NewAddressee['role']; input: string; secrecy: Secrecy; stored: readonly NewAddressee[] }, found: Findings): Promise<NewAddressee[]> {
  if (contact === '') {
    // What was chosen once stays, also when the position is called otherwise by now.
    const before = stored.find(one => one.role === role && one.name === name && (one.postId ?? one.unitId) !== null)
    const here = before ?? (await recognised(asking, asking.db, known, name, role))
    if (here) return [here]
    const suggestion = meant(known, name)
    if (suggestion) found.wrong(`${input}-name`, '“{name}” tidak ada di sini. Maksudnya {suggestion}? Untuk yang di luar, isi surel atau alamat posnya.', { name, suggestion })
    else found.wrong(`${input}-name`, '“{name}” bukan jabatan atau unit di sini. Pilih dari saran, atau isi surel atau alamat posnya.', { name })
    return []
  }
  if (name === '') found.wrong(`${input}-name`, 'Tulis siapa yang dituju.')
  const outside = { role, name, postId: null, unitId: null, email: null, address: null }
  if (!contact.includes('@')) return [{ ...outside, address: contact }]
  if (!mail.safeParse(contact).success) found.wrong(`${input}-contact`, 'Tulis alamat surel seperti nama@contoh.id')
  if (secrecy === 'R' || secrecy === 'SR') found.wrong(`${input}-contact`, 'Surat rahasia tidak dikirim lewat surel. Isi alamat pos, atau pilih jabatan di sini.')
  return [{ ...outside, email: contact.toLowerCase() }]
}

/** Rows with their inputs' names: empty ones are left out when they are read, but keep their number. */
export const inputsOf = (input: Record<string, unknown>, name: string): string[] =>
  Object.keys(input).flatMap(key => (new RegExp(`^${name}-(\\d+)-(?:name|contact|position)$`).test(key) && String(input[key]).trim() !== '' ? [Number(key.split('-')[1])] : []))
    .filter((at, i, all) => all.indexOf(at) === i).toSorted((a, b) => a - b).map(at => `${name}-${at}`)

/** Whom a form names; nobody twice. */
export async function addresseesFrom(asking: Pick<Context, 'ask' | 'db'>, known: Correspondents, input: DraftInput, listed: { to: Row[]; copies: Row[] }, stored: readonly NewAddressee[], found: Findings): Promise<NewAddressee[]> {
  const all: NewAddressee[] = input.groups.flatMap(code => membersOf(known, code))
  for (const [list, role] of [['to', 'to'], ['copies', 'copy']] as const) {
    const inputs = inputsOf(input, list)
    for (const [i, row] of listed[list].entries()) all.push(...(await addresseeOf(asking, known, row, { role, input: inputs[i] ?? list, secrecy: input.secrecy, stored }, found)))
  }
  return [...new Map(all.toReversed().map(one => [one.postId ?? one.unitId ?? one.email ?? `${one.name}|${one.address}`, one])).values()].toReversed()
}

/** The meeting a form describes; either none of it, or when, where and what. */
export function meetingFrom(input: DraftInput, zone: string, found: Findings): Meeting | null {
  const { meeting_from: from, meeting_to: to, meeting_place: place, meeting_link: link, meeting_agenda: agenda } = input
  if (!from && !to && !place && !link && !agenda) return null
  if (!from) found.wrong('meeting_from', 'Isi kapan acaranya mulai.')
  if (from && to && to <= from) found.wrong('meeting_to', 'Acara berakhir sebelum mulai.')
  if (!place && !link) found.wrong('meeting_place', 'Isi tempat acaranya, atau tautannya bila daring.')
  if (!agenda) found.wrong('meeting_agenda', 'Isi acaranya.')
  if (link && !/^https?:\/\/\S+$/.test(link)) found.wrong('meeting_link', 'Tulis alamat seperti https://contoh.go.id')
  return { from: from ? fromLocal(from, zone).toISOString() : '', to: to ? fromLocal(to, zone).toISOString() : null, place: place ?? '', link, agenda: agenda ?? '' }
}

/** Parts of a kind as they were typed. */
export const partsFrom = (kind: Kind, input: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(written(kind).flatMap(({ code }) => {
    const typed = text().parse(typeof input[`part_${code}`] === 'string' ? input[`part_${code}`] : '')
    return typed === '' ? [] : [[code, typed]]
  }))

/** Files kept from before and those that came now. */
export const filesFrom = (input: DraftInput, files: Record<string, StoredFile[]>, stored: DraftContent | null) => [
  ...(stored?.files ?? []).filter(({ fileId }) => !input.files_remove.includes(fileId)),
  ...(files.files ?? []).map(({ id, name, mediaType, bytes }) => ({ fileId: id, name, mediaType, bytes })),
]

/** Says which letters would be printed as a box, and what is missing. */
export function refuseUnprintable(kind: Kind, { subject, body, parts, addressees, annexes, meeting }: DraftContent, found: Findings): void {
  const check = (name: string, typed: string) => {
    const signs = unprintableIn(typed)
    if (signs.length > 0) found.wrong(name, 'Tanda {signs} tidak dapat dicetak. Ganti atau hapus.', { signs: signs.join(' ') })
  }
  check('subject', subject)
  check('body', body)
  for (const [code, typed] of Object.entries(parts)) check(`part_${code}`, typed)
  for (const { role, name, address } of addressees) check(role === 'to' ? 'to' : 'copies', `${name} ${address ?? ''}`)
  for (const { title, body: page } of annexes) check('annexes', `${title} ${page}`)
  if (meeting) check('meeting_agenda', `${meeting.agenda} ${meeting.place}`)
  if (kind.parts.length === 0 && body === '') found.wrong('body', 'Tulis isi surat')
  for (const { code, optional, label } of written(kind)) if (!optional && !parts[code]) found.wrong(`part_${code}`, 'Isi bagian {label}.', { label })
}

/** A letter as the values a form starts with. */
export function valuesOf(content: DraftContent, known: Correspondents, zone: string, assigned: readonly AssignedRow[]): Record<string, unknown> {
  const { groups, others } = collapsed(known, content.addressees)
  const listed = (role: NewAddressee['role']) => others.filter(one => one.role === role).map(({ name, email, address }) => ({ name, contact: email ?? address ?? '' }))
  const { meeting, signer, assignment } = content
  return {
    subject: content.subject, body: content.body, classification: content.classification, secrecy: content.secrecy, urgency: content.urgency, reply_by: content.replyBy,
    signer: signer.postId, behalf: signer.onBehalfOf, through: signer.through, groups,
    ...(meeting && { meeting_from: toLocal(new Date(meeting.from), zone), meeting_to: meeting.to && toLocal(new Date(meeting.to), zone), meeting_place: meeting.place, meeting_link: meeting.link, meeting_agenda: meeting.agenda }),
    ...(assignment && { duty_from: assignment.from, duty_until: assignment.until, duty_place: assignment.place }),
    ...Object.fromEntries(Object.entries(content.parts).filter(([code]) => !(assignment && code === 'kepada')).map(([code, typed]) => [`part_${code}`, typed])),
    ...fill(lists, { to: listed('to'), copies: listed('copy'), assigned: [...assigned], annexes: content.annexes }),
  }
}

/** Who a form says signs. `line` are positions from below to the top. */
export function signerFrom({ signer, behalf, through }: Pick<DraftInput, 'signer' | 'behalf' | 'through'>, line: readonly string[], found: Findings): DraftSigner {
  const at = (postId: string | null) => (postId ? line.indexOf(postId) : -1)
  if (!signer || at(signer) < 0) found.wrong('signer', 'Pilih siapa yang menandatangani.')
  else if (behalf && at(behalf) <= at(signer)) found.wrong('behalf', 'Atas nama (a.n.) hanya dari jabatan di atas penanda tangan.')
  else if (through && !behalf) found.wrong('through', 'Untuk beliau (u.b.) hanya bersama atas nama (a.n.).')
  else if (through && (at(through) <= at(signer) || at(through) >= at(behalf))) found.wrong('through', 'Untuk beliau (u.b.) adalah jabatan di antara keduanya.')
  return { postId: signer ?? '', onBehalfOf: behalf, through }
}
