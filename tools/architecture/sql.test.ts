import { describe, expect, it } from 'vitest'
import { migrationNames, sqlOwnership } from './sql.ts'

const modules = ['identity', 'organisation', 'events', 'fact-checks'].map((noun) => ({ path: `src/modules/${noun}/module.ts`, text: '' }))
const complaints = (path: string, text: string) => sqlOwnership([...modules, { path, text }]).map(({ line, message }) => `${line}: ${message}`)
const migration = 'src/modules/events/migrations/20261121_0900_create_event.sql'
const store = 'src/modules/events/store.ts'

describe('a migration', () => {
  it('makes its own schema, uses the platform and refers down to the foundations', () => {
    const text = `
      create schema events;
      -- like fact_checks.claim, in its way
      create table events.event (
        id uuid primary key default uuidv7(),
        unit_id uuid not null references organisation.unit (id),
        note text default 'see fact_checks.claim',
        check (platform.is_sentence(note))
      );`
    expect(complaints(migration, text)).toEqual([])
  })

  it('does not refer sideways, read or create in another schema', () => {
    expect(complaints(migration, 'alter table events.event\n add claim_id uuid references fact_checks.claim (id);')).toEqual([
      expect.stringMatching(/^2: .*foreign keys go down to identity and organisation only/),
    ])
    expect(complaints(migration, 'insert into events.event select * from organisation.unit;')).toEqual([expect.stringContaining('tables of organisation')])
    expect(complaints(migration, 'create schema if not exists fact_checks;')).toHaveLength(1)
  })
})

describe('a store', () => {
  it('asks for its own tables in any way, and may name permissions that look like tables', () => {
    const text = `
      db.selectFrom('events.event as event').innerJoin('events.place', 'place.id', 'event.place_id')
      sql\`select * from events.event where id = \${id}\`
      who.may('organisation.manage')`
    expect(complaints(store, text)).toEqual([])
  })

  it.each([
    ['the query builder', `db.selectFrom('organisation.unit as unit')`],
    ['a join', `db.selectFrom('events.event').leftJoin('organisation.unit', 'unit.id', 'event.unit_id')`],
    ['a list of tables', `db.selectFrom(['events.event', 'organisation.unit'])`],
    ['a tagged template', 'sql`select name from organisation.unit where id = ${id}`'],
    ['a fragment', 'sql`exists (organisation.unit)`'],
    ['a plain text', `client.query('select name from organisation.unit')`],
    ['another schema', `db.withSchema('fact_checks')`],
  ])('does not reach another module by %s', (_way, text) => {
    expect(complaints(store, text)).toHaveLength(1)
  })

  it('is no business of the platform', () => {
    expect(complaints('src/platform/search/search.ts', 'sql`select * from events.event`')).toEqual([expect.stringContaining('knows no business')])
  })
})

describe('the name of a migration', () => {
  const complaint = (...names: string[]) => migrationNames(names.map((name) => ({ path: `src/modules/events/migrations/${name}`, text: '' }))).map(({ message }) => message)

  it('tells the minute, the verb and the noun', () => {
    expect(complaint('20261121_0900_create_event.sql', '20261121_0915_add_place_to_event.sql')).toEqual([])
  })

  it.each(['001_create_event.sql', '20261121_0900_event.sql', '20261321_0900_create_event.sql', '20261121_0900_Create_Event.sql'])('is not %s', (name) => {
    expect(complaint(name)).toEqual([expect.stringContaining('YYYYMMDD_HHMM_verb_noun.sql')])
  })

  it('has a minute of its own', () => {
    expect(complaint('20261121_0900_create_event.sql', '20261121_0900_create_place.sql')).toEqual([expect.stringContaining('same minute')])
  })
})
