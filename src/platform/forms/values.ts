/** A picture somebody uploaded, with what it shows. */
export interface Picture {
  fileId: string
  alt: string
  /** Pixels, so that its place is kept while it loads. */
  width: number
  height: number
}

/** A file somebody uploaded. */
export interface Attachment {
  fileId: string
  name: string
  mediaType: string
  bytes: number
  /** As lists show it; the file's own name when left out. */
  title?: string
  /** Key of a category, e.g. `anggaran`; empty for others. */
  category?: string
  year?: number | null
}

export interface Point {
  latitude: number
  longitude: number
}

/** One line of a list, e.g. `{ label: 'Laki-laki', value: '1.204' }`. */
export type Row = Record<string, string | null>

/** What one part of a form holds, as it is stored. */
export type Value = string | number | null | Point | Picture[] | Attachment[] | Row[]
