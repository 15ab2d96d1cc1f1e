import type { Services } from '#platform/web/services.ts'
import type { Browser } from '#modules/identity/testing.ts'
import { underWay } from './states.ts'
import { deliveryById, type Delivery } from './store.ts'
import { deliveryJob } from './work.ts'

interface Opened {
  services: Services
}

/** A list as a spreadsheet program writes it. */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'))

/** Somebody at the pages of reconciliations; jobs are done at once. */
export function reconciliationDesk({ services }: Opened, governmentId: string, browser: Browser) {
  const db = services.database.of(governmentId)
  const around = () => ({ services, governmentId, db, now: new Date() })
  const idIn = (address: string) => address.split('?')[0]!.split('/').at(-1)!

  async function worked(id: string): Promise<Delivery> {
    for (;;) {
      const delivery = (await deliveryById(db, id))!
      if (!underWay.includes(delivery.state)) return delivery
      await deliveryJob.run(around(), { delivery: id })
    }
  }

  /** Uploads a file to a source, and answers how it stands after it was read. */
  async function upload(comparison: string, source: string, name: string, body: Buffer, asOf = '2026-10-31'): Promise<Delivery> {
    const answer = await browser.upload(`/kerja/rekonsiliasi/${comparison}/sumber/${source}`, { as_of: asOf }, [{ name: 'berkas', filename: name, body }])
    if (answer.statusCode !== 303) throw new Error(`the upload answered ${answer.statusCode}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? ''}`)
    return worked(idIn(String(answer.headers.location)))
  }

  /** Takes a step with a delivery; columns as they were guessed, unless said otherwise. */
  async function step(comparison: string, delivery: Delivery, langkah: string, values: Record<string, string> = {}) {
    const columns = Object.fromEntries(Object.entries(delivery.choices.columns).map(([name, at]) => [`k_${name}`, String(at)]))
    const answer = await browser.post(`/kerja/rekonsiliasi/${comparison}/berkas/${delivery.id}`, { ...columns, langkah, ...values })
    return { answer, delivery: await worked(delivery.id) }
  }

  return {
    upload,
    step,
    /** Brings a file in whole: columns as guessed, the preview taken. */
    async bring(comparison: string, source: string, name: string, body: Buffer, values: Record<string, string> = {}): Promise<Delivery> {
      let delivery = await upload(comparison, source, name, body)
      if (delivery.state === 'mapping') ({ delivery } = await step(comparison, delivery, 'periksa'))
      if (delivery.state === 'ready') ({ delivery } = await step(comparison, delivery, 'masuk', values))
      return delivery
    },
  }
}
