import { standingIn } from '#platform/sheets/testing.ts'
import { writeSheet } from '#platform/sheets/writing.ts'
import { aStaffRow, cellsOf, headings } from '#modules/staff-lists/testing/staff.ts'
import { signedIn, type Session } from '../test/journeys/forms.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

const many = 10_000
/** Invented numbers that the demo does not use. */
const from = 20_160
const address = '/kerja/pegawai/impor'

/** Waits until a page of the run says so; answers the most memory the process held meanwhile, in MB. */
async function until(server: Server, { get }: Session, at: string, said: RegExp): Promise<number> {
  let most = 0
  for (const end = performance.now() + 120_000; ; ) {
    most = Math.max(most, server.memory())
    const { text } = await get(at)
    if (said.test(text)) return most
    if (performance.now() > end || text.includes('tidak jadi')) throw new Error(`${at} never said ${said}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

/** A list of ten thousand people from the upload to its preview, into the database, and once more without a change; seconds, with the worker in the same process. */
export async function sheets(server: Server): Promise<{ preview: number; apply: number; again: number; memory: number }> {
  const client = await connect(server)
  const { rows: units } = await client.query<{ slug: string }>("select u.slug from organisation.unit u join organisation.government g on g.id = u.government_id where g.slug = 'tegalkab' order by u.id limit 300")
  const rows = Array.from({ length: many }, (_, i) => aStaffRow(from + i, units[i % units.length]!.slug))
  await client.query('delete from personnel.employee where nip = any($1)', [rows.map(row => row.NIP)])
  await client.end()
  const bytes = await writeSheet('Pegawai', headings.map(label => ({ label })), cellsOf(rows))
  const officer = await signedIn(`http://tegalkab.localhost:${server.port}`, 'admin.tegal')
  const preview = async () => {
    const { headers } = await officer.sendParts(address, {}, [{ name: 'berkas', filename: 'pegawai.xlsx', body: bytes }])
    const at = String(headers.location).split('?')[0]!
    await until(server, officer, at, /value="periksa"/)
    await officer.send(at, { ...standingIn((await officer.get(at)).text), langkah: 'periksa' })
    return { at, memory: await until(server, officer, at, /value="kolom"/) }
  }
  const began = performance.now()
  const seen = await preview()
  const previewed = performance.now()
  const answer = await officer.send(seen.at, { langkah: 'masuk' })
  if (answer.status !== 303) throw new Error(`the list was refused with ${answer.status}`)
  const memory = await until(server, officer, seen.at, /Selesai pada/)
  const applied = performance.now()
  const again = await preview()
  if (!(await officer.get(again.at)).text.includes('Semua isi berkas ini sudah ada')) throw new Error('the same file changed something')
  return { preview: (previewed - began) / 1000, apply: (applied - previewed) / 1000, again: (performance.now() - applied) / 1000, memory: Math.max(memory, seen.memory, again.memory) }
}
