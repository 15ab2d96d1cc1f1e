import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { keyedHash } from '#platform/secrets/sealing.ts'
import type { Browsers, SharedBrowser } from '../contract.ts'

/** Remembers which keys live in which browser, by what the browser calls itself. */
export async function rememberBrowsers(tx: Tx, secret: string, said: readonly { deviceId: string | undefined; browser: string }[]): Promise<void> {
  const known = new Map(said.flatMap(({ deviceId, browser }) => (deviceId && browser !== '' ? [[deviceId, keyedHash(secret, 'attendance.browser', browser).toString('hex')] as const] : [])))
  if (known.size === 0) return
  await sql`insert into attendance.device as d (device_id, browser) select k.device, decode(k.browser, 'hex') from unnest(${[...known.keys()]}::uuid[], ${[...known.values()]}::text[]) as k (device, browser)
    on conflict (device_id) do update set browser = excluded.browser, seen_on = current_date where d.browser <> excluded.browser`.execute(tx)
}

/** Who uses which browser, and which stand in offices. */
export const browsersOf: Browsers = {
  shared: async (db, since, limit) => (await sql<SharedBrowser>`
    with used as (
      select d.browser, (array_agg(d.device_id order by d.device_id))[1] as device_id, array_agg(distinct d.device_id) as device_ids, max(s.at) as last_at,
        jsonb_agg(distinct jsonb_build_object('employeeId', s.employee_id, 'unitId', s.unit_id)) as people, count(distinct s.employee_id) as n
      from attendance.device d join attendance.scan s on s.device_id = d.device_id and s.at >= ${since} group by d.browser)
    select u.device_id as "deviceId", u.device_ids as "deviceIds", u.people, u.last_at as "lastAt", o.id as "officeId", o.name, o.unit_id as "unitId", o.reason, o.marked_by as "markedBy", o.marked_at as "markedAt"
    from used u left join attendance.office_device o on o.browser = u.browser and o.ended_at is null where u.n > 1 or o.id is not null order by u.last_at desc limit ${limit}`.execute(db)).rows,
  mark: async (tx, deviceId, { name, unitId, reason, by }) => (await sql<{ id: string }>`insert into attendance.office_device (browser, name, unit_id, reason, marked_by) select browser, ${name}, ${unitId}, ${reason}, ${by} from attendance.device where device_id = ${deviceId}
    on conflict do nothing returning id`.execute(tx)).rows[0]?.id ?? null,
  end: async (tx, id, by) => (await sql`update attendance.office_device set ended_by = ${by}, ended_at = now() where id = ${id} and ended_at is null returning id`.execute(tx)).rows.length > 0,
}
