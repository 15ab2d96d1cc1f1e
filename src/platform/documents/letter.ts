import QRCode from 'qrcode'
import { fromMarkdown, lettered, type Block } from './from-markdown.ts'
import type { DocumentSource } from './compiler.ts'
import { ordinal } from './in-words.ts'

/** A label and what stands behind its colon, line by line. */
export interface Fact {
  label: string
  value: string[]
}

/** A part of an order or a decree behind its label: `Menimbang`, `Untuk`. */
export interface Clause {
  label: string
  /** Markdown. */
  body: string
  /** In the middle before it: `MEMUTUSKAN:`. */
  lead?: string
  /** Items of its list become KESATU, KEDUA …; or are numbered a., b., c. */
  ordinals?: boolean
  letters?: boolean
}

/** A letter or other official paper as it is to be read. Every text is shown as it stands; the bodies are Markdown. */
export interface Letter {
  paper: 'a4' | 'f4'
  /** Of the file: what a reader's window and a search show. */
  about: { title: string; author: string; keywords?: string[]; date: Date }
  /** `SANGAT RAHASIA` and the like at the upper left; red for R and SR. */
  secrecy?: { text: string; red: boolean }
  head?: {
    crest?: { bytes: Buffer; type: 'png' | 'jpg' | 'svg'; alt: string }
    /** `PEMERINTAH KABUPATEN TEGAL`; left out for the letterhead of an office holder, whose crest stands above. */
    government?: string
    /** `DINAS KOMUNIKASI DAN INFORMATIKA`, `BUPATI TEGAL` */
    unit: string
    address: string[]
  }
  /** Lines in the middle (`SURAT TUGAS`); without them the paper is a letter, with its facts at the left and the date at the right. */
  title?: string[]
  /** Below the title: `NOMOR 800.1.11.1/12/DISKOMINFO/2026`. */
  number?: string
  /** Below the number: `TENTANG` and what about; below that who decides it. */
  regarding?: { word: string; subject: string; by?: string }
  /** Nomor, Sifat, Lampiran, Hal of a letter; Kepada, Dari … of a nota dinas. */
  facts: Fact[]
  /** Whether a line closes the facts, as in a nota dinas. */
  ruled?: boolean
  /** `Slawi, 21 November 2026`: of a letter, at the right of its facts. */
  dateline?: string
  /** `Yth. Kepala Dinas Kesehatan`, `di Slawi` … */
  to?: string[]
  /** Printed before the body. */
  clauses?: Clause[]
  /** Markdown, see `fromMarkdown`. */
  body: string
  signature?: {
    /** `Slawi, 21 November 2026` above the capacity. */
    dateline?: string
    /** Ditetapkan di …, pada tanggal …, above the capacity. */
    dated?: Fact[]
    /** `a.n. BUPATI TEGAL`, `SEKRETARIS DAERAH,` … */
    capacity: string[]
    name: string
    /** Rank and NIP. */
    below?: string[]
    /** What stands in the box of the stamp while nobody has signed. */
    waiting?: string
  }
  copies?: string[]
  /** Lampiran, each from a new page. */
  attachments?: { facts: Fact[]; title?: string; body: string }[]
  /** Page where everybody can check the letter; its address stands at the foot, also as a QR code. */
  verification?: { address: string; sentence: string }
  /** Written across every page of what is no letter yet: `KONSEP`. */
  mark?: string
}

/** Clauses with their labels; a list of provisions becomes a clause for each of its items. */
function drawnClauses(clauses: readonly Clause[]): { label: string; lead: string | null; body: Block[] }[] {
  return clauses.flatMap(({ label, body, lead = null, ordinals, letters }) => {
    const blocks = fromMarkdown(body)
    if (letters) return [{ label, lead, body: lettered(blocks) }]
    if (!ordinals) return [{ label, lead, body: blocks }]
    let n = 0
    const parts = blocks.flatMap(block => (block.is === 'list' ? block.items.map(item => ({ label: ordinal(++n), lead: null, body: item })) : [{ label: '', lead: null, body: [block] }]))
    return parts.map((part, i) => (i === 0 ? { ...part, lead } : part))
  })
}

let drawn: { text: string; svg: Promise<string> } | null = null

/** A QR code as SVG, with its quiet zone of two modules. */
export function qrSvg(text: string): Promise<string> {
  // The same one stands at the foot of a letter and in its stamp.
  if (drawn?.text !== text) drawn = { text, svg: QRCode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) }
  return drawn.svg
}

/** What stands on every page signed by the test authority, which proves nothing to anybody. */
export const signedAsTest = 'UJI COBA – BUKAN TANDA TANGAN SAH. Dokumen ini ditandatangani dengan sertifikat percobaan, bukan sertifikat elektronik BSrE.'

/** Whether a part is so short that it may stand with what follows it on one page. */
const isShort = (part: unknown): boolean => JSON.stringify(part ?? '').length < 1000

/**
 * The letter as a document to print. It marks the place `signature`, 80 × 24 mm, when somebody is to sign.
 * Letters are in Indonesian, whatever language their reader has chosen.
 */
export async function letterDocument(letter: Letter): Promise<DocumentSource> {
  const { about, head, signature, verification } = letter
  const files: Record<string, Buffer> = {}
  const crest = head?.crest && `crest.${head.crest.type}`
  if (head?.crest && crest) files[crest] = head.crest.bytes
  if (verification) files['verification.svg'] = Buffer.from(await qrSvg(verification.address))
  const body = fromMarkdown(letter.body)
  const clauses = drawnClauses(letter.clauses ?? [])
  const data = {
    paper: letter.paper,
    secrecy: letter.secrecy ?? null,
    head: head ? { government: head.government ?? null, unit: head.unit, address: head.address, crest: crest ?? null, crestAlt: head.crest?.alt ?? '' } : null,
    title: letter.title ?? [],
    number: letter.number ?? null,
    regarding: letter.regarding ? { ...letter.regarding, by: letter.regarding.by ?? null } : null,
    facts: letter.facts,
    ruled: letter.ruled ?? false,
    dateline: letter.dateline ?? '',
    to: letter.to ?? [],
    clauses,
    clausesEndShort: isShort(clauses.at(-1)),
    body,
    bodyEndsShort: isShort(body.at(-1)),
    signature: signature ? { dateline: signature.dateline ?? null, dated: signature.dated ?? [], capacity: signature.capacity, name: signature.name, below: signature.below ?? [], waiting: signature.waiting ?? null } : null,
    copies: letter.copies ?? [],
    copiesWord: 'Tembusan:',
    attachments: (letter.attachments ?? []).map(({ facts, title = '', body }) => ({ facts, title, body: fromMarkdown(body) })),
    verification: verification ? { ...verification, alt: `Kode QR menuju ${verification.address}` } : null,
    mark: letter.mark ?? null,
    pageWords: 'Halaman {page} dari {pages}',
  }
  return { source: '#import "/letter.typ": letter\n#letter(data)', data, files, title: about.title, author: about.author, keywords: about.keywords, language: 'id', date: about.date }
}
