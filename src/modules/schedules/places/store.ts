import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Point } from '#platform/forms/values.ts'
import type { Area } from '#platform/geo/area.ts'
import { isId, tables } from '../store.ts'

/** Somewhere people of a unit work, both days included. */
export interface Place {
  id: string
  unitId: string
  name: string
  address: string | null
  area: Area
  /** For all of the unit and below; else only for those it was given to. */
  everyone: boolean
  from: string
  until: string | null
  version: number
}

/** Somebody, or a unit, that a place was given to. */
export interface Permit {
  id: string
  placeId: string
  unitId: string | null
  employeeId: string | null
  from: string
  until: string | null
  basis: string
}

const selected = (db: Db | Tx) => tables(db).selectFrom('schedules.place as p').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

function areaOf({ shape, latitude, longitude, radius, corners }: Pick<Row, 'shape' | 'latitude' | 'longitude' | 'radius' | 'corners'>): Area {
  if (shape === 'circle') return { kind: 'circle', centre: { latitude: latitude!, longitude: longitude! }, radius: radius! }
  if (shape === 'polygon') return { kind: 'polygon', corners: (corners as [number, number][]).map(([lat, lon]): Point => ({ latitude: lat, longitude: lon })) }
  return { kind: 'region' }
}

const placeOf = (row: Row): Place => ({
  id: row.id, unitId: row.unit_id, name: row.name, address: row.address, area: areaOf(row), everyone: row.everyone, from: row.from_on, until: row.until_on, version: row.version,
})

const written = ({ name, address, area, everyone, from, until }: Omit<Place, 'id' | 'unitId' | 'version'>) => ({
  name, address, everyone, from_on: from, until_on: until, shape: area.kind,
  latitude: area.kind === 'circle' ? area.centre.latitude : null, longitude: area.kind === 'circle' ? area.centre.longitude : null, radius: area.kind === 'circle' ? area.radius : null,
  corners: area.kind === 'polygon' ? JSON.stringify(area.corners.map(({ latitude, longitude }) => [latitude, longitude])) : null,
})

export async function placeById(db: Db | Tx, id: string, lock = false): Promise<Place | null> {
  if (!isId(id)) return null
  const query = selected(db).where('p.id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? placeOf(row) : null
}

/** Places of these units that are not over on a day, by name. */
export async function placesIn(db: Db | Tx, unitIds: readonly string[], day: string, limit: number): Promise<Place[]> {
  const rows = await selected(db).where(sql<SqlBool>`p.unit_id = any(${[...unitIds]}::uuid[])`).where(sql<SqlBool>`(p.until_on is null or p.until_on >= ${day}::date)`).orderBy('p.name').orderBy('p.id').limit(limit).execute()
  return rows.map(placeOf)
}

/** Answers the id. */
export const insertPlace = async (tx: Tx, unitId: string, place: Omit<Place, 'id' | 'unitId' | 'version'>, by: string | null): Promise<string> =>
  (await tables(tx).insertInto('schedules.place').values({ unit_id: unitId, by, ...written(place) }).returning('id').executeTakeFirstOrThrow()).id

export const updatePlace = (tx: Tx, id: string, place: Omit<Place, 'id' | 'unitId' | 'version'>) =>
  tables(tx).updateTable('schedules.place').set({ ...written(place), version: sql`version + 1` }).where('id', '=', id).execute()

export const deletePlace = (tx: Tx, id: string) => tables(tx).deleteFrom('schedules.place').where('id', '=', id).execute()

/** Who a place was given to, those that are over included, the latest first. */
export async function permitsOf(db: Db | Tx, placeId: string): Promise<Permit[]> {
  const rows = await tables(db).selectFrom('schedules.permit').selectAll().where('place_id', '=', placeId).orderBy('from_on', 'desc').orderBy('id').limit(500).execute()
  return rows.map(row => ({ id: row.id, placeId: row.place_id, unitId: row.unit_id, employeeId: row.employee_id, from: row.from_on, until: row.until_on, basis: row.basis }))
}

export const insertPermit = (tx: Tx, { placeId, unitId, employeeId, from, until, basis, by }: Omit<Permit, 'id'> & { by: string }) =>
  tables(tx).insertInto('schedules.permit').values({ place_id: placeId, unit_id: unitId, employee_id: employeeId, from_on: from, until_on: until, basis, by }).execute()

/** Ends a permit with its last day, or takes it back when it had not begun by then. */
export async function endPermit(tx: Tx, id: string, last: string): Promise<void> {
  await tables(tx).deleteFrom('schedules.permit').where('id', '=', id).where('from_on', '>', last).execute()
  await tables(tx).updateTable('schedules.permit').set({ until_on: last }).where('id', '=', id).execute()
}

/** A place with whom it is for on a day: everybody of a unit, or one person. */
export interface Offered {
  place: Place
  unitId: string | null
  employeeId: string | null
}

/** Places that hold on a day: of these units for everybody, and given to these units or people. */
export async function offeredOn(db: Db | Tx, unitIds: readonly string[], employeeIds: readonly string[], day: string): Promise<Offered[]> {
  const today = (from: string, until: string) => sql<SqlBool>`(${sql.ref(from)} <= ${day}::date and (${sql.ref(until)} is null or ${sql.ref(until)} >= ${day}::date))`
  const own = await selected(db).where('p.everyone', '=', true).where(sql<SqlBool>`p.unit_id = any(${[...unitIds]}::uuid[])`).where(today('p.from_on', 'p.until_on')).orderBy('p.name').orderBy('p.id').execute()
  const given = await tables(db).selectFrom('schedules.permit as g').innerJoin('schedules.place as p', 'p.id', 'g.place_id').selectAll('p').select(['g.unit_id as for_unit', 'g.employee_id as for_employee'])
    .where(sql<SqlBool>`(g.unit_id = any(${[...unitIds]}::uuid[]) or g.employee_id = any(${[...employeeIds]}::uuid[]))`).where(today('g.from_on', 'g.until_on')).where(today('p.from_on', 'p.until_on')).orderBy('p.name').orderBy('p.id').execute()
  return [...own.map(row => ({ place: placeOf(row), unitId: row.unit_id, employeeId: null })), ...given.map(row => ({ place: placeOf(row), unitId: row.for_unit, employeeId: row.for_employee }))]
}
