import { z } from 'zod'
import { line, optionalDay, optionalId, optionalLine, optionalMoment, paragraphs, ticked } from '#platform/forms/inputs.ts'
import type { FileRule } from '#platform/web/page.ts'
import { fromLocal } from '#platform/time/zone.ts'
import { Problem } from '#platform/web/problems.ts'
import type { Meeting, Origin } from '../contract.ts'
import { secrecies } from '../letter.ts'

/** What is written down of a letter that came in on paper or by e-mail. */
export const receiveForm = z.object({
  number: line(1, 120, 'Isi nomor surat. Bila tidak bernomor, tulis “tanpa nomor”.'),
  sender: line(3, 200, 'Isi pengirim surat'),
  subject: line(5, 300, 'Isi perihal, paling sedikit 5 huruf'),
  letterOn: z.iso.date('Tulis tanggal seperti 2026-11-21'),
  receivedOn: z.iso.date('Tulis tanggal seperti 2026-11-21'),
  via: z.enum(['paper', 'email'], 'Pilih cara surat datang'),
  kind: line(1, 60, 'Pilih jenis surat'),
  secrecy: z.enum(secrecies, 'Pilih sifat surat'),
  urgency: z.enum(['biasa', 'segera', 'kilat'], 'Pilih derajat'),
  classification: optionalLine(30),
  summary: paragraphs(0, 4000, '').optional().transform(text => text ?? ''),
  replyBy: optionalDay(),
  to: optionalId(),
  office: z.uuid('Pilih unit'),
  meetingFrom: optionalMoment(),
  meetingTo: optionalMoment(),
  meetingPlace: optionalLine(300),
  /** A pile of them is recorded one after the other. */
  next: z.literal('another').optional().catch(undefined),
  /** Records it although it looks like one that is there. */
  twice: ticked(),
})

export type ReceiveInput = z.infer<typeof receiveForm>

export const receiveFiles: Record<string, FileRule> = { scan: { max: 30_000_000, accept: 'any' }, attachments: { max: 30_000_000, accept: 'any', many: true } }

export const originVia: Record<ReceiveInput['via'], Origin> = { paper: 'paper', email: 'email' }

/** When and where people are invited, if the letter says so. */
export function meetingFrom({ meetingFrom: from, meetingTo: to, meetingPlace: place, subject }: ReceiveInput, zone: string): Meeting | null {
  if (!from && !place && !to) return null
  if (!from) throw new Problem('meetingFrom', 'Isi waktu mulai acara, atau kosongkan tempatnya.')
  if (!place) throw new Problem('meetingPlace', 'Isi tempat acara.')
  if (to && to <= from) throw new Problem('meetingTo', 'Acara selesai sebelum mulai. Periksa waktunya.')
  return { from: fromLocal(from, zone).toISOString(), to: to ? fromLocal(to, zone).toISOString() : null, place, link: null, agenda: subject }
}

/** Dates that contradict each other, each beside its field. */
export function refuseDates({ letterOn, receivedOn, replyBy }: Pick<ReceiveInput, 'letterOn' | 'receivedOn' | 'replyBy'>, today: string): void {
  const problems = [
    ...(letterOn > receivedOn ? [{ name: 'letterOn', message: { text: 'Tanggal surat sesudah tanggal diterima. Periksa keduanya.' } }] : []),
    ...(receivedOn > today ? [{ name: 'receivedOn', message: { text: 'Tanggal diterima belum tiba.' } }] : []),
    ...(replyBy && replyBy < receivedOn ? [{ name: 'replyBy', message: { text: 'Batas jawaban mendahului tanggal diterima.' } }] : []),
  ]
  if (problems.length > 0) throw Problem.all(problems)
}
