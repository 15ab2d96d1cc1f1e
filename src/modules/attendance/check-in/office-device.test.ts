import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aGovernment, type TestGovernment } from '#app/testing/government.ts'
import { openInstallation, type Installation } from '#app/testing/installation.ts'
import { browsers } from '../contract.ts'
import { aCast, moment, mondayBack, writtenAt, type Cast } from '../testing/cast.ts'

let installation: Installation
let place: TestGovernment
let cast: Cast

beforeAll(async () => {
  installation = await openInstallation()
  place = await aGovernment(installation)
  cast = await aCast(installation, place)
}, 60_000)
afterAll(() => installation.close())

const people = ['Staf', 'Rekan', 'Kabid', 'Kadis']

/** Lets all come on one tablet within some minutes, and answers what is said of each. */
async function comeOnOneTablet(weeksBack: number) {
  for (const [i, name] of people.entries()) {
    const { device } = cast.who(name)
    await device.send([writtenAt(device, moment(mondayBack(weeksBack), `07:1${i}`), 'in', { browser: 'the tablet by the door' })])
  }
  const { rows } = await sql<{ codes: string[] }>`select array(select r ->> 'code' from jsonb_array_elements(reasons) as r) as codes from attendance.scan where at >= ${moment(mondayBack(weeksBack), '00:00')} and at < ${moment(mondayBack(weeksBack), '23:00')} order by at`.execute(cast.db())
  return rows.map(({ codes }) => ({ borrowed: codes.includes('device-borrowed'), office: codes.includes('office-device'), known: codes.includes('known-device') }))
}

it('a tablet many use is a phone handed over until it is marked as the office’s, and then each check-in says whose it is', async () => {
  expect((await comeOnOneTablet(3)).map(({ borrowed, office }) => [borrowed, office])).toEqual([[false, false], [true, false], [true, false], [true, false]])
  await installation.services.database.of(place.id).transaction().execute(tx => installation.services.ask(browsers).mark(tx, cast.who('Staf').device.id, { name: 'Tablet pintu', unitId: place.units.diskominfo!, reason: 'Berdiri di pintu.', by: cast.who('Petugas').account }))
  expect(await comeOnOneTablet(2)).toEqual(people.map(() => ({ borrowed: false, office: true, known: false })))
})
