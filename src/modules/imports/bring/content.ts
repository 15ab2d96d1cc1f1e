import type { StoredFile } from '#platform/files/files.ts'
import type { Attachment, Content, Picture } from '#modules/publications/contract.ts'
import { MediaIndex } from '#platform/text/wxr/addresses.ts'
import type { Draft, DraftPublication } from '../draft.ts'
import type { NewAddresses } from './addresses.ts'

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

/** A text whose pictures, files and links within the old site lead to where they are now. */
export const settledBody = ({ body }: Pick<Draft, 'body'>, files: FilesHere, addresses: NewAddresses): string =>
  body.replace(TARGET, (whole, target?: string, bare?: string) => {
    const address = (target ?? bare ?? '').replaceAll('\\&', '&')
    const file = files.at(address)
    if (!file) {
      const to = target === undefined ? undefined : addresses.of(address)
      return to === undefined ? whole : `](${to})`
    }
    return target === undefined ? `[${file.name.replace(/[[\]\\]/g, '\\$&')}](${addressOf(file)})` : `](${addressOf(file)})`
  })

/** Files that are offered beside a text. */
export const attachmentsOf = ({ attachments }: Pick<Draft, 'attachments'>, files: FilesHere): Attachment[] =>
  attachments.flatMap(({ src, name }) => {
    const file = files.at(src)
    return file && !file.mediaType.startsWith('image/') ? [{ fileId: file.id, name, mediaType: file.mediaType, bytes: file.bytes }] : []
  })

/** A draft as publications keep it. */
export function contentOf(draft: DraftPublication, files: FilesHere, addresses: NewAddresses): Content {
  const cover = draft.cover && files.at(draft.cover.src)
  return {
    title: draft.title,
    summary: draft.summary,
    body: settledBody(draft, files, addresses),
    tags: draft.tags,
    cover: cover && draft.cover ? pictureOf(cover, draft.cover.alt) : null,
    gallery: [],
    attachments: attachmentsOf(draft, files),
    placeCode: null,
    latitude: null,
    longitude: null,
    activityFrom: null,
    activityTo: null,
    languages: {},
  }
}

const pictureOf = (file: StoredFile, alt: string): Picture => ({ fileId: file.id, alt, width: file.width ?? 1, height: file.height ?? 1 })
