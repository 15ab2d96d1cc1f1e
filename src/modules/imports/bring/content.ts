import type { StoredFile } from '#platform/files/files.ts'
import type { Content, Picture } from '#modules/publications/contract.ts'
import { MediaIndex } from '#platform/text/wxr/addresses.ts'
import type { DraftPublication } from '../draft.ts'

/** Files by the address they had on the old site. */
export class FilesHere {
  readonly #files: ReadonlyMap<string, StoredFile>
  readonly index: MediaIndex
  /** Addresses whose file some text shows. */
  readonly used = new Set<string>()

  constructor(files: ReadonlyMap<string, StoredFile>) {
    this.#files = files
    this.index = new MediaIndex(files.keys())
  }

  at(address: string): StoredFile | undefined {
    const known = this.index.find(address)
    if (known) this.used.add(known)
    return known === undefined ? undefined : this.#files.get(known)
  }
}

/** Where a link, picture or bare address leads in Markdown that the platform wrote. */
const TARGET = /\]\(([^()\s]+)\)|<(https?:\/\/[^\s<>\\]+)>/g

const addressOf = (file: StoredFile): string =>
  file.mediaType.startsWith('image/') ? `/gambar/${file.id}/besar.webp` : `/berkas/${file.id}/${encodeURIComponent(file.name).replace(/[()]/g, sign => (sign === '(' ? '%28' : '%29'))}`

/** A draft as publications keep it, its pictures and files led to where they are now. */
export function contentOf(draft: DraftPublication, files: FilesHere): Content {
  const body = draft.body.replace(TARGET, (whole, target?: string, bare?: string) => {
    const file = files.at((target ?? bare ?? '').replaceAll('\\&', '&'))
    if (!file) return whole
    return target === undefined ? `[${file.name.replace(/[[\]\\]/g, '\\$&')}](${addressOf(file)})` : `](${addressOf(file)})`
  })
  const cover = draft.cover && files.at(draft.cover.src)
  return {
    title: draft.title,
    summary: draft.summary,
    body,
    tags: draft.tags,
    cover: cover && draft.cover ? pictureOf(cover, draft.cover.alt) : null,
    gallery: [],
    attachments: draft.attachments.flatMap(({ src, name }) => {
      const file = files.at(src)
      return file && !file.mediaType.startsWith('image/') ? [{ fileId: file.id, name, mediaType: file.mediaType, bytes: file.bytes }] : []
    }),
    placeCode: null,
    latitude: null,
    longitude: null,
    activityFrom: null,
    activityTo: null,
    languages: {},
  }
}

const pictureOf = (file: StoredFile, alt: string): Picture => ({ fileId: file.id, alt, width: file.width ?? 1, height: file.height ?? 1 })
