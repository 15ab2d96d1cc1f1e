import { chromium, type Browser } from 'playwright-core'
import { toHtml } from '#platform/text/markdown.ts'
import { renderWithPlaces } from '#platform/documents/compiler.ts'
import { letterDocument, signedAsTest, type Letter } from '#platform/documents/letter.ts'
import { anAuthority, passphrase } from '#platform/signing/testing.ts'
import { browserLaunch } from '../tools/browser.ts'

const rounds = 40
/** Starting a browser takes long enough. */
const starts = 6

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

/** The same words as a page, for a browser. */
function html({ head, facts, to, body, signature }: Letter): string {
  return `<!doctype html><html lang="id"><style>@page{size:A4;margin:2cm}body{font:11.5pt/1.45 serif}header{text-align:center;border-bottom:3px double}table{border-collapse:collapse}td,th{border:1px solid;padding:3pt}</style>
    <header>${head?.crest?.bytes.toString().replace('<svg', '<svg width="60"')}<p>${head?.government}<h1>${head?.unit}</h1>${head?.address.join('<br>')}</header>
    <p>${facts.map(({ label, value }) => `${label}: ${value.join(' ')}`).join('<br>')}<p>${to?.join('<br>')}${toHtml(body)}<p>${signature?.capacity.join('<br>')}<p>${signature?.name}`
}

async function print(browser: Browser, draft: Letter): Promise<void> {
  const page = await browser.newPage()
  await page.setContent(html(draft))
  await page.pdf({ format: 'A4', tagged: true })
  await page.close()
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * A letter of two pages from its Markdown to the signed PDF/A, with stamp and passphrase, against the same words
 * printed to an unsigned PDF by headless Chromium: started for the letter, as a server without a browser would, and
 * already running. Taken in turns, so that all meet the same machine.
 */
export async function documents(): Promise<{ signed: number; started: number; running: number; pages: number }> {
  const authority = await anAuthority()
  const browser = await chromium.launch(browserLaunch())
  const times = { signed: [] as number[], started: [] as number[], running: [] as number[] }
  let pages = 0
  const sign = async (draft: Letter) => {
    const made = await renderWithPlaces(await letterDocument(draft))
    const place = made.places[0]
    if (!place) throw new Error('no place for the stamp')
    const stamp = { page: place.page, rect: place.rect, lines: ['Dra. SRI WAHYUNINGSIH, M.Si.', '21 November 2026 pukul 09.00 WIB'], qr: draft.verification?.address }
    await authority.sign({ pdf: made.pdf, stamp, signer: { name: 'Sri', identifier: '1' }, reason: 'Surat', location: 'Slawi', passphrase })
    pages = made.pages
  }
  try {
    for (let i = -3; i < rounds; i++) {
      const signed = await timed(() => sign(letter(1000 + i)))
      const running = await timed(() => print(browser, letter(2000 + i)))
      if (i < 0) continue
      times.signed.push(signed)
      times.running.push(running)
    }
    for (let i = 0; i < starts; i++)
      times.started.push(await timed(async () => {
        const own = await chromium.launch(browserLaunch())
        await print(own, letter(3000 + i))
        await own.close()
      }))
  } finally {
    await browser.close()
  }
  return { signed: median(times.signed), started: median(times.started), running: median(times.running), pages }
}
