import { z } from 'zod'
import type { StoredFile } from '#platform/files/files.ts'
import { line, optionalDay, optionalId, optionalLine, paragraphs, several, ticked } from '#platform/forms/inputs.ts'
import { Problem } from '#platform/web/problems.ts'
import type { FileRule } from '#platform/web/page.ts'
import type { Content, Kind, Picture } from '../contract.ts'
import { kindNames } from '../publication.ts'

/** Tags as typed: words apart by commas, each at most 40 letters, at most ten. */
const tags = z
  .string()
  .max(500, 'Paling banyak {max} huruf')
  .default('')
  .transform(text => [...new Set(text.split(',').map(tag => tag.replace(/^#/, '').replace(/\s+/g, ' ').trim().toLowerCase()).filter(Boolean))])
  .refine(list => list.length <= 10, 'Paling banyak sepuluh tagar')
  .refine(list => list.every(tag => tag.length <= 40), 'Setiap tagar paling banyak 40 huruf')

const coordinate = (limit: number) =>
  z.preprocess(
    value => (typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(',', '.')) : null),
    z.number('Tulis koordinat seperti -6,98').min(-limit, 'Tulis koordinat seperti -6,98').max(limit, 'Tulis koordinat seperti -6,98').nullable(),
  )

/** The form of a publication; descriptions of pictures travel as `alt_<file id>`. */
export const publicationForm = z.looseObject({
  unit: optionalId(),
  kind: z.enum(kindNames as [Kind, ...Kind[]], 'Pilih jenis'),
  title: line(5, 160, 'Isi judul, paling sedikit 5 huruf'),
  summary: line(10, 200, 'Isi ringkasan satu kalimat, paling sedikit 10 huruf'),
  body: paragraphs(1, 200_000, 'Isi tulisan'),
  tags,
  place: optionalLine(20),
  latitude: coordinate(90),
  longitude: coordinate(180),
  activity_from: optionalDay(),
  activity_to: optionalDay(),
  en_title: optionalLine(160),
  en_summary: optionalLine(200),
  en_body: z.string().max(200_000, 'Paling banyak {max} huruf').default(''),
  page_owner: optionalId(),
  review_on: optionalDay(),
  cover_remove: ticked(),
  gallery_remove: several(z.string()),
  attachment_remove: several(z.string()),
  version: z.coerce.number().int().optional(),
  next: z.enum(['save', 'submit', 'publish']).catch('save'),
})

export type PublicationInput = z.output<typeof publicationForm>

/** Uploads of the form. */
export const publicationFiles: Record<string, FileRule> = {
  cover: { max: 10_000_000, accept: 'image', shared: true },
  gallery: { max: 10_000_000, accept: 'image', many: true, shared: true },
  attachments: { max: 10_000_000, accept: 'document', many: true, shared: true },
}

function describe(input: PublicationInput, fileId: string): string {
  const typed = input[`alt_${fileId}`]
  return typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim().slice(0, 300) : ''
}

/**
 * The content a form describes: what was stored and not removed, plus what was uploaded.
 * @param stored the version the form started from; only its files may be carried over
 * @throws Problem when a picture has no description, or dates or languages are incomplete
 */
export function contentFrom(input: PublicationInput, files: Record<string, StoredFile[]>, stored: Content | null): Content {
  const problems: { name: string; message: { text: string; values?: Record<string, string> } }[] = []
  const described = (picture: Picture, name: string): Picture => {
    const alt = describe(input, picture.fileId) || picture.alt
    if (!alt) problems.push({ name: `alt_${picture.fileId}`, message: { text: 'Tulis keterangan gambar {name}, untuk yang tidak dapat melihatnya.', values: { name } } })
    return { ...picture, alt }
  }
  const taken = (file: StoredFile): Picture => described({ fileId: file.id, alt: '', width: file.width ?? 1, height: file.height ?? 1 }, file.name)

  const newCover = files.cover?.[0]
  const cover = newCover ? taken(newCover) : stored?.cover && !input.cover_remove ? described(stored.cover, '') : null
  const gallery = [...(stored?.gallery ?? []).filter(p => !input.gallery_remove.includes(p.fileId)).map(p => described(p, '')), ...(files.gallery ?? []).map(taken)]
  const attachments = [
    ...(stored?.attachments ?? []).filter(a => !input.attachment_remove.includes(a.fileId)),
    ...(files.attachments ?? []).map(file => ({ fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes })),
  ]
  if (input.activity_from && input.activity_to && input.activity_to < input.activity_from) problems.push({ name: 'activity_to', message: { text: 'Tanggal selesai mendahului tanggal mulai.' } })
  if (input.activity_to && !input.activity_from) problems.push({ name: 'activity_from', message: { text: 'Isi juga tanggal mulai.' } })
  if ((input.latitude === null) !== (input.longitude === null)) problems.push({ name: 'latitude', message: { text: 'Isi lintang dan bujur, atau kosongkan keduanya.' } })
  const english = input.en_title || input.en_summary || input.en_body.trim()
  if (english && !(input.en_title && input.en_summary && input.en_body.trim())) problems.push({ name: 'en_title', message: { text: 'Versi Inggris perlu judul, ringkasan, dan isi; atau kosongkan semuanya.' } })
  if (problems.length > 0) throw Problem.all(problems)

  return {
    title: input.title,
    summary: input.summary,
    body: input.body,
    tags: input.tags,
    cover,
    gallery,
    attachments,
    placeCode: input.place,
    latitude: input.latitude,
    longitude: input.longitude,
    activityFrom: input.activity_from,
    activityTo: input.activity_to,
    languages: english ? { en: { title: input.en_title!, summary: input.en_summary!, body: input.en_body.trim() } } : {},
  }
}

/** A stored content as the values a form starts with. */
export const valuesOf = (content: Content): Record<string, unknown> => ({
  title: content.title,
  summary: content.summary,
  body: content.body,
  tags: content.tags.join(', '),
  place: content.placeCode,
  latitude: content.latitude,
  longitude: content.longitude,
  activity_from: content.activityFrom,
  activity_to: content.activityTo,
  en_title: content.languages.en?.title,
  en_summary: content.languages.en?.summary,
  en_body: content.languages.en?.body,
  ...Object.fromEntries([content.cover, ...content.gallery].flatMap(picture => (picture ? [[`alt_${picture.fileId}`, picture.alt]] : []))),
})
