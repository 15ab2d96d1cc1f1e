import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser } from 'playwright-core'
import { toHtml } from '#platform/text/markdown.ts'
import { renderWithPlaces } from '#platform/documents/compiler.ts'
import { letterDocument, qrSvg, signedAsTest, type Letter } from '#platform/documents/letter.ts'
import { anAuthority, passphrase } from '#platform/signing/testing.ts'
import { browserLaunch } from '../tools/browser.ts'

/** Each kind has the machine to itself for a while, so that none meets the caches another left behind. */
const blocks = { rounds: 8, letters: 10, starts: 3 }

const paragraph = 'Sehubungan dengan percepatan penerapan persuratan elektronik di lingkungan Pemerintah Kabupaten Tegal, kami mengharap kehadiran Saudara beserta satu orang pengelola surat pada rapat koordinasi. '

/** A letter of two pages that nobody has printed before. */
const letter = (number: number): Letter => ({
  paper: 'a4',
  about: { title: 'Undangan rapat koordinasi', author: 'Dinas Komunikasi dan Informatika', date: new Date('2026-11-21T02:00:00Z') },
  head: {
    crest: { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 96"><path d="M4 4h72v50c0 20-16 32-36 38C20 86 4 74 4 54z" fill="#0b6b3a"/></svg>'), type: 'svg', alt: 'Lambang' },
    government: 'PEMERINTAH KABUPATEN TEGAL', unit: 'DINAS KOMUNIKASI DAN INFORMATIKA', address: ['Jalan Dr. Soetomo Nomor 1, Slawi', 'Telepon (0283) 491764'],
  },
  facts: [{ label: 'Nomor', value: [`000.1.5/${number}/DISKOMINFO/2026`] }, { label: 'Sifat', value: ['Segera'] }, { label: 'Hal', value: ['Undangan rapat koordinasi'] }],
  dateline: 'Slawi, 21 November 2026',
  to: ['Yth. Kepala Perangkat Daerah', 'di Slawi'],
  body: [`Nomor ${number}. ${paragraph.repeat(3)}`, '| No. | Perangkat daerah | Peserta |\n|--:|---|--:|', ...Array.from({ length: 12 }, (_, i) => `| ${i + 1} | Dinas ke-${i + 1} | 2 |`)].join('\n').replace('\n|', '\n\n|') +
    `\n\n${paragraph.repeat(3)}\n\n1. evaluasi; dan\n2. **jadwal** pelatihan.\n\n${paragraph.repeat(4)}\n\nDemikian, atas perhatian Saudara kami sampaikan terima kasih.`,
  signature: { capacity: ['KEPALA DINAS,'], name: 'Dra. SRI WAHYUNINGSIH, M.Si.', below: ['NIP 196805121994032006'] },
  copies: ['Bupati Tegal', 'Sekretaris Daerah'],
  verification: { address: `https://tegalkab.go.id/v/7Q2M-${number}`, sentence: signedAsTest },
})

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN

/** The typeface of our letters, as a page carries it along. */
const typeface = [400, 700].map(weight => {
  const file = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/libertinus-serif/files/libertinus-serif-latin-${weight}-normal.woff2`))
  return `@font-face{font-family:L;font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')})}`
}).join('')

const fact = ({ label, value }: { label: string; value: string[] }) => `<tr><td>${label}<td>:<td>${value.join('<br>')}`

/** The same letter as a page, for a browser: letterhead, code and number on every page, stamp with its code. */
function html({ head, facts, dateline, to, body, signature, copies }: Letter, qr: string): string {
  return `<!doctype html><html lang="id"><title>Undangan rapat koordinasi</title><style>${typeface}body{font:11.5pt/1.4 L;margin:0}p{text-align:justify;text-indent:1.2cm}
    header{display:grid;grid-template-columns:22mm 1fr 22mm;align-items:center;text-align:center;border-bottom:3px double}header div{line-height:1.2}h1{font-size:17pt;margin:0}header svg{width:22mm;height:24mm}
    .facts{display:flex;justify-content:space-between}.facts td{padding:0 2mm 0 0;vertical-align:top}.body table{border-collapse:collapse}.body td,.body th{border:1px solid;padding:3pt}
    .sign{margin-left:90mm;break-inside:avoid}.stamp{width:80mm;height:24mm;border:1px solid;display:flex;gap:2mm;align-items:center;font-size:7pt}.stamp svg{height:22mm}</style>
    <header>${head?.crest?.bytes.toString()}<div>${head?.government}<h1>${head?.unit}</h1><small>${head?.address.join('<br>')}</small></div></header>
    <div class="facts"><table>${facts.map(fact).join('')}</table><div>${dateline}</div></div>
    <div>${to?.join('<br>')}</div><div class="body">${toHtml(body)}</div>
    <div class="sign">${signature?.capacity.join('<br>')}<div class="stamp">${qr}<div>UJI COBA – BUKAN TANDA TANGAN SAH<br>Ditandatangani secara elektronik oleh:<br>${signature?.name}<br>21 November 2026 pukul 09.00 WIB</div></div><b>${signature?.name}</b><br>${signature?.below?.join('<br>')}</div>
    <small>Tembusan:<ol>${copies?.map(one => `<li>${one}`).join('')}</ol></small>`
}

const foot = ({ verification }: Letter, qr: string) =>
  `<div style="font-size:7.5pt;display:grid;grid-template-columns:15mm 1fr auto;gap:3mm;align-items:center;width:100%;margin:0 20mm 0 25mm;border-top:.4pt solid"><div style="width:15mm;height:15mm">${qr}</div><div>${verification?.sentence}<br>${verification?.address}</div><div>Halaman <span class="pageNumber"></span> dari <span class="totalPages"></span></div></div>`

async function print(browser: Browser, draft: Letter): Promise<void> {
  const qr = await qrSvg(draft.verification!.address)
  const page = await browser.newPage()
  await page.setContent(html(draft, qr))
  await page.pdf({ format: 'A4', displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: foot(draft, qr), margin: { top: '16mm', bottom: '30mm', left: '25mm', right: '20mm' } })
  await page.close()
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * A letter of two pages from its Markdown to the signed PDF/A, with stamp and passphrase, against the same page
 * printed to an unsigned PDF by headless Chromium: started for the letter, as a server without a browser would, and
 * already running. In one run, a few of each kind in turns.
 */
export async function documents(): Promise<{ signed: number; started: number; running: number; pages: number }> {
  const authority = await anAuthority()
  const browser = await chromium.launch(browserLaunch())
  const times = { signed: [] as number[], started: [] as number[], running: [] as number[] }
  let pages = 0
  const sign = async (draft: Letter) => {
    const session = authority.begin({ identifier: '1', passphrase })
    const made = await renderWithPlaces(await letterDocument(draft))
    const place = made.places[0]
    if (!place) throw new Error('no place for the stamp')
    const stamp = { page: place.page, rect: place.rect, lines: ['Dra. SRI WAHYUNINGSIH, M.Si.', '21 November 2026 pukul 09.00 WIB'], qr: draft.verification?.address }
    await session.sign({ pdf: made.pdf, stamp, name: 'Sri', reason: 'Surat', location: 'Slawi' })
    pages = made.pages
  }
  try {
    let number = 1000
    // The first round is not counted.
    for (let round = 0; round <= blocks.rounds; round++) {
      const kept = round === 0 ? { signed: [], started: [], running: [] } : times
      for (let i = 0; i < blocks.letters; i++) kept.signed.push(await timed(() => sign(letter(number++))))
      for (let i = 0; i < blocks.letters; i++) kept.running.push(await timed(() => print(browser, letter(number++))))
      for (let i = 0; i < blocks.starts; i++)
        kept.started.push(await timed(async () => {
          const own = await chromium.launch(browserLaunch())
          await print(own, letter(number++))
          await own.close()
        }))
    }
  } finally {
    await browser.close()
  }
  return { signed: median(times.signed), started: median(times.started), running: median(times.running), pages }
}
