import { appendAudits } from '#platform/audit/audit.ts'
import type { Job, JobContext } from '#platform/jobs/jobs.ts'
import { guessColumns, headingKey, headingsOf, topOf, type Headings } from '#platform/sheets/heading.ts'
import type { Reading } from '#platform/sheets/sheet-run.ts'
import { openSheets } from '#platform/sheets/source.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { lists, type DeliveryState, type Target } from '#modules/reconciliation/contract.ts'
import { deliveryAfter, underWay, type DeliveryEvent } from './states.ts'
import { changeDelivery, deliveryById, type Choices, type Delivery } from './store.ts'
import { privateColumn, rememberedBy, rowsFrom, wantedOf } from './wanted.ts'

type Here = Pick<JobContext, 'services' | 'db'> & { governmentId: string }

const next = (delivery: Pick<Delivery, 'state'>, event: DeliveryEvent): DeliveryState => {
  const state = deliveryAfter(delivery.state, event)
  if (!state) throw new Error(`${event} cannot happen in ${delivery.state}`)
  return state
}

/** The job of a delivery: goes on with it wherever it stands. What it writes it writes in one transaction, so it bears being run twice. */
export const deliveryJob: Job = {
  name: 'reconciliation-deliveries.bring',
  expires: 600,
  async run({ services, db, governmentId }, data) {
    const delivery = governmentId ? await deliveryById(db, String(data.delivery)) : null
    if (!governmentId || !delivery || !underWay.includes(delivery.state)) return
    const here: Here = { services, db, governmentId }
    try {
      const target = (await services.ask(lists).find(db, delivery.sourceId))!
      if (delivery.state === 'reading') await read(here, delivery, target)
      else if (delivery.state === 'checking') await look(here, delivery, target)
      else await take(here, delivery, target)
    } catch (error) {
      const told = error instanceof SourceRefused ? { text: error.text, values: { name: delivery.fileName, ...error.values } } : null
      if (!told) services.log.error({ err: error, delivery: delivery.id }, 'a file for a reconciliation failed')
      await changeDelivery(db, delivery.id, { state: 'failed', failure: told ?? { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' }, progress: null }, underWay)
    }
  },
}

async function sheetsOf({ services, governmentId }: Here, { fileId, fileName, mediaType }: Delivery) {
  const bytes = await services.files.read(governmentId, fileId).catch(() => {
    throw new SourceRefused('Berkas {name} sudah dihapus, seperti setiap unggahan setelah sehari. Unggah lagi.', { name: fileName })
  })
  return openSheets(bytes, { name: fileName, mediaType })
}

/** Looks at the tops of all sheets; a file laid out as the last one of this source goes on at once. */
async function read(here: Here, delivery: Delivery, { comparison, source }: Target): Promise<void> {
  const opened = await sheetsOf(here, delivery)
  const wanted = wantedOf(comparison)
  const reading: Reading = { sheets: [], hidden: opened.hidden }
  for (const sheet of opened.sheets) {
    const { lines, merges, hiddenRows } = await sheet.read()
    reading.sheets.push({ name: sheet.name, rows: lines.length, hiddenRows, top: topOf(lines, merges) })
  }
  if (reading.sheets.every(({ rows }) => rows < 2)) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name: delivery.fileName })
  const guesses = reading.sheets.map(({ top }) => {
    const headings = headingsOf(top, wanted)
    return { headings, columns: headings ? guessColumns(headings, wanted, source.columns) : {} }
  })
  const sheet = guesses.reduce((best, { columns }, i) => (Object.keys(columns).length > Object.keys(guesses[best]!.columns).length ? i : best), Math.max(0, reading.sheets.findIndex(({ rows }) => rows > 1)))
  const choices: Choices = { sheet, heading: null, columns: guesses[sheet]!.columns }
  const known = isKnown(source.columns, guesses[sheet]!.headings)
  await changeDelivery(here.db, delivery.id, { state: next(delivery, known ? 'check' : 'read'), reading, choices, progress: null, failure: null }, ['reading'])
  if (known) await go(here, delivery.id)
}

/** Whether the headings are all those that were matched for the last file. */
const isKnown = (remembered: Record<string, string>, headings: Headings | null): boolean =>
  Object.keys(remembered).length > 0 && headings !== null && Object.keys(remembered).every(key => headings.columns.some(({ heading }) => headingKey(heading) === key))

const go = ({ services, governmentId }: Here, delivery: string) => services.database.transaction(governmentId, tx => services.jobs.enqueue(tx, deliveryJob.name, governmentId, { delivery }))

async function rowsOf(here: Here, delivery: Delivery, { comparison }: Target) {
  const sheet = (await sheetsOf(here, delivery)).sheets[delivery.choices.sheet]
  if (!sheet) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name: delivery.fileName })
  const wanted = wantedOf(comparison)
  const { lines, merges } = await sheet.read()
  const headings = headingsOf(topOf(lines, merges), wanted, delivery.choices.heading ?? undefined)
  if (!headings) throw new SourceRefused('Berkas {name} tidak berisi baris judul.', { name: delivery.fileName })
  const secret = privateColumn(headings, lines.filter(({ line }) => line >= headings.from), delivery.choices.columns)
  if (secret) throw new SourceRefused('Kolom “{heading}” berisi nomor penduduk (NIK atau KK). Data pribadi tidak dibandingkan di sini; lepas kolom itu atau pakai kode lain.', { heading: secret.heading })
  await changeDelivery(here.db, delivery.id, { progress: { done: 0, of: lines.length } }, [delivery.state])
  const { rows, odd } = rowsFrom(wanted, lines, delivery.choices, headings.from)
  return { headings, odd, rows }
}

/** Says what the file would do, without doing it. */
async function look(here: Here, delivery: Delivery, target: Target): Promise<void> {
  const { rows, odd } = await rowsOf(here, delivery, target)
  if (rows.length === 0) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name: delivery.fileName })
  const effect = await here.services.ask(lists).effect(here.db, delivery.sourceId, rows)
  await changeDelivery(here.db, delivery.id, { state: next(delivery, 'check'), counts: { ...effect, ...odd }, progress: null, failure: null }, ['checking'])
}

/** Takes the file as what its source says, and matches everything anew. */
async function take(here: Here, delivery: Delivery, target: Target): Promise<void> {
  const { rows, odd, headings } = await rowsOf(here, delivery, target)
  await changeDelivery(here.db, delivery.id, { progress: { done: rows.length, of: rows.length * 2 } }, ['taking'])
  await here.services.database.transaction(here.governmentId, async tx => {
    if ((await deliveryById(tx, delivery.id, true))?.state !== 'taking') return
    const { fileName: file, asOf, createdBy: by } = delivery
    const effect = await here.services.ask(lists).take(tx, target, { file, asOf, by, rows, columns: rememberedBy(headings, delivery.choices.columns) })
    await changeDelivery(tx, delivery.id, { state: next(delivery, 'done'), counts: { ...effect, ...odd }, progress: null, failure: null }, ['taking'])
    const { new: added, changed, gone, same, touched } = effect
    await appendAudits(tx, [{ action: 'reconciliation.bring', accountId: by, path: `/kerja/rekonsiliasi/${target.comparison.id}`, record: ['reconciliation-source', delivery.sourceId], after: { file, asOf, new: added, changed, gone, same, touched } }])
  })
}
