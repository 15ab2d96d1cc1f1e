import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Line, phonesOf, type Phone } from './check-ins.ts'
import { connect } from './database.ts'
import { startServer, type Server } from './server.ts'

/** How many phones check in all the time. */
const phonesAtWork = 24

export interface Killed {
  rounds: number
  /** Which of the two was killed, how often. */
  web: number
  postgres: number
  /** Check-ins with a receipt, and how many of them were missing or doubled in the end. */
  acknowledged: number
  lost: number
  doubled: number
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** The postmaster of the data folder. */
const postmaster = (data: string): number => Number(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

/**
 * Kills the web process or PostgreSQL with SIGKILL at a random moment under a load of check-ins, starts again, and looks
 * in the end whether every check-in that was answered is there, once.
 */
export async function killed(root: string, rounds: number): Promise<Killed> {
  const data = join(root, '.cache', 'bench-kill')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  let server: Server = await startServer(root, data)
  const { phones, host } = await phonesOf(server, phonesAtWork)
  const acknowledged: string[] = []
  const counts = { web: 0, postgres: 0 }
  for (let round = 0; round < rounds; round++) {
    let running = true
    const load = phones.map(async (phone: Phone) => {
      const line = new Line(server)
      while (running) await line.checkIn(phone, host).then(({ id }) => void acknowledged.push(id), () => pause(20))
      line.close()
    })
    await pause(500 + Math.random() * 1500)
    const which = round % 2 === 0 ? 'web' : 'postgres'
    counts[which]++
    process.kill(which === 'web' ? server.pid : postmaster(data), 'SIGKILL')
    await pause(100 + Math.random() * 300)
    running = false
    await Promise.all(load)
    await server.kill()
    server = await startServer(root, data)
  }
  const owner = await connect(server)
  try {
    const { rows: [found] } = await owner.query<{ entries: number; scans: number; most: number }>(
      `select count(e.id)::int as entries, count(s.n)::int as scans, coalesce(max(s.n), 0)::int as most from unnest($1::uuid[]) as a (id)
       left join platform.device_entry e on e.id = a.id and e.state = 'applied'
       left join lateral (select count(*)::int as n from attendance.scan s where s.entry_id = a.id having count(*) > 0) s on true`, [acknowledged])
    return { rounds, ...counts, acknowledged: acknowledged.length, lost: acknowledged.length - Math.min(found!.entries, found!.scans), doubled: Math.max(0, found!.most - 1) }
  } finally {
    await owner.end()
    await server.stop()
  }
}
