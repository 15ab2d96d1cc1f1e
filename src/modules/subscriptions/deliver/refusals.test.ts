import { createServer, type AddressInfo, type Server } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { startRelay } from '#platform/events/relay.ts'
import { subscriptions } from '../module.ts'
import { aPublication, aReader, until } from '../testing.ts'

/** A mail server that knows no `hilang@…`, is too busy for `sibuk@…` and takes everything else. */
function aMailServer(tried: string[]): Server {
  return createServer(socket => {
    let writing = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 surel.contoh.id')
    let rest = ''
    socket.on('error', () => {})
    socket.on('data', part => {
      rest += part.toString('latin1')
      const lines = rest.split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (writing) {
          if (line === '.') {
            writing = false
            say('250 taken')
          }
          continue
        }
        const recipient = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1]
        if (recipient) {
          tried.push(recipient)
          say(recipient.startsWith('hilang') ? '550 5.1.1 no such mailbox' : recipient.startsWith('sibuk') ? '450 4.2.1 try later' : '250 ok')
        } else if (/^DATA/i.test(line)) {
          writing = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 ok')
      }
    })
  })
}

let installation: Installation
let tegal: TestGovernment
let server: Server
let stopRelay: () => Promise<void>
const tried: string[] = []
beforeAll(async () => {
  server = aMailServer(tried)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  installation = await openInstallation({ SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, LOG_LEVEL: 'silent' })
  tegal = await aGovernment(installation)
  for (const name of ['hilang', 'sibuk', 'ada']) await aReader(installation, tegal, `${name}@contoh.id`)
  stopRelay = startRelay(installation.services, subscriptions.listens!, async () => [{ id: tegal.id }])
  // The confirmations of before are not what is counted here.
  await sql`delete from platform.mail`.execute(installation.services.database.of(tegal.id))
  await installation.work()
})
afterAll(async () => {
  await stopRelay()
  await installation.close()
  server.close()
})

test('an address that is refused for good three times is forgotten; one that is busy is not', async () => {
  const readers = async () => (await sql<{ failures: number }>`select failures from subscriptions.subscriber order by failures`.execute(installation.services.database.of(tegal.id))).rows.map(row => row.failures)
  for (let round = 1; round <= 3; round++) {
    await aPublication(installation, tegal)
    await until(async () => {
      const now = await readers()
      return round < 3 ? now.at(-1) === round : now.length === 2
    })
  }
  expect(await readers()).toEqual([0, 0])
  await aPublication(installation, tegal)
  await until(async () => tried.filter(to => to === 'ada@contoh.id').length === 4)
  // Refused for good is not tried again, so one try for each letter.
  expect(tried.filter(to => to === 'hilang@contoh.id')).toHaveLength(3)
  expect(tried.filter(to => to === 'sibuk@contoh.id').length).toBeGreaterThanOrEqual(4)
}, 60_000)
