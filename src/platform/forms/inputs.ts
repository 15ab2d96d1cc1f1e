import { z } from 'zod'

/** One line of text, trimmed; `message` says what to write when it is too short. */
export const line = (min: number, max: number, message: string) =>
  z.string(message).transform(tidyLine).pipe(z.string().min(min, message).max(max, 'Paling banyak {max} huruf'))

/** One line of text that may stay empty: then null. */
export const optionalLine = (max: number) =>
  z.string().optional().transform(text => tidyLine(text ?? '') || null).pipe(z.string().max(max, 'Paling banyak {max} huruf').nullable())

/** Several lines, line ends made uniform. */
export const paragraphs = (min: number, max: number, message: string) =>
  z.string(message).transform(tidyText).pipe(z.string().min(min, message).max(max, 'Paling banyak {max} huruf'))

/** A box that is ticked or absent. */
export const ticked = () => z.string().optional().transform(value => value !== undefined && value !== '')

/** Zero or more of the same input. */
export const several = <T extends z.ZodType>(each: T) =>
  z.preprocess(value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter(v => v !== '') : [value]), z.array(each))

/** A calendar day; `message` says which one to fill in when there is none. */
export const day = (message: string) => z.string(message).trim().min(1, message).pipe(z.iso.date('Tulis tanggal seperti 2026-11-21'))

/** A calendar day, or null when left empty. */
export const optionalDay = () => z.preprocess(empty, z.iso.date('Tulis tanggal seperti 2026-11-21').nullable())

/** `2026-11-21T08:30` as browsers send it, in the government's zone, or null when left empty. */
export const optionalMoment = () => z.preprocess(empty, z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'Tulis waktu seperti 2026-11-21T08:30').nullable())

/** One of a list, or null when left empty. */
export const optionalId = () => z.preprocess(empty, z.uuid('Pilih dari daftar').nullable())

/** An e-mail address. */
export const mailAddress = () => z.string('Tulis alamat surel').trim().toLowerCase().pipe(z.email('Tulis alamat surel seperti nama@contoh.id').max(200, 'Paling banyak {max} huruf'))

/** An e-mail address, or null when left empty. */
export const optionalMailAddress = () => z.preprocess(empty, mailAddress().nullable())

const empty = (value: unknown) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : typeof value === 'string' ? value.trim() : value)

const tidyLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const tidyText = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim()

/** Whether bytes were not the text they claimed to be: NUL or undecodable characters. */
export const unreadable = (text: string): boolean => /[\0\uFFFD]/.test(text)
