import { person, type Permission } from '#platform/access/who.ts'
import { addDays, dayIn } from '#platform/time/zone.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { answer as answerQuestion } from '#modules/approved-queries/asking.ts'
import { dimensionChoices, valuesOf } from '#modules/approved-queries/cutting.ts'
import { approve, insertApproval } from '#modules/approved-queries/store.ts'
import { confirmCitizen, insertCitizen } from '#modules/data-requests/citizens.ts'
import type { Degree } from '#modules/data-requests/contract.ts'
import { accessesOf, insertUse } from '#modules/data-requests/grants.ts'
import { answer, askAsCitizen, askAsUnit, confirm, contest, escalate, extend, urge, withdraw, type Means } from '#modules/data-requests/lifecycle.ts'
import { requestById, type Request } from '#modules/data-requests/store.ts'
import { insertWish, updateWish, vote } from '#modules/data-wishes/store.ts'
import { catalogue, type Dataset } from '#modules/datasets/contract.ts'
import { settle, stepRelease } from '#modules/datasets/lifecycle.ts'
import { insertDataset, insertRelease, insertResources, insertStep, updateRelease } from '#modules/datasets/store.ts'
import { people } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { houseColumns, houses, requests, wishes, type DemoRequest } from './content/data-requests.ts'
import type { Place } from './units.ts'

/** Somebody who may, rather of the unit itself than of the whole government. */
async function holding(services: Services, place: Place, permission: Permission, unitId: string): Promise<string | null> {
  const all = await services.ask(people).holding(services.database.of(place.governmentId), permission, unitId)
  const near = new Set(place.units.below(unitId))
  return (all.find(one => near.has(one.unitId)) ?? all[0])?.id ?? null
}

/** A table about people that is given to nobody whole: what approved queries are for. */
async function addHouses(services: Services, place: Place, today: string): Promise<Dataset> {
  const unitId = place.unit('perkim').id
  const period = `${Number(today.slice(0, 4)) - 1}`
  const villages = place.units.all.filter(({ kind }) => kind === 'subdistrict').map(({ name }) => name.replace(/^Kecamatan /, ''))
  const table = await services.tables.keepRows(place.governmentId, houseColumns, houses(villages))
  const means = { governmentId: place.governmentId, today, ask: services.ask }
  const id = await services.database.transaction(place.governmentId, async tx => {
    const dataset = await insertDataset(tx, {
      slug: 'penerima-bantuan-perbaikan-rumah', state: 'listed', origin: 'office', originCode: null, originUrl: null, variables: houseColumns, unitId, title: 'Penerima bantuan perbaikan rumah',
      summary: 'Keluarga yang rumahnya diperbaiki lewat program rumah tidak layak huni, dengan kecamatan, jenis kelamin kepala keluarga, pekerjaan, dan nilai bantuannya.',
      access: 'limited', accessReason: 'Memuat nama dan nomor keluarga. Jumlahnya dapat ditanyakan lewat kueri yang disetujui.', accessBasis: 'UU 27/2022; UU 14/2008 pasal 17 huruf h',
      theme: 'kemiskinan', tags: ['rumah tidak layak huni', 'bantuan'], licence: 'terbatas', every: 'year', legalBasis: 'UU 1/2011', coverage: 'Seluruh kecamatan', contact: null,
    }, null)
    await insertStep(tx, { datasetId: dataset.id, event: 'list' }, null)
    const release = await insertRelease(tx, { datasetId: dataset.id, period, version: 1, note: null }, null)
    await insertResources(tx, release.id, [{ kind: 'table', name: 'Penerima bantuan perbaikan rumah', table }])
    await updateRelease(tx, release.id, { state: 'approved', rows: table.rows })
    await stepRelease(tx, means, dataset, { ...release, state: 'approved' }, 'publish', null)
    await settle(tx, means, dataset.id)
    return dataset.id
  })
  return (await services.ask(catalogue).byId(services.database.of(place.governmentId), id))!
}

/** Brings one request as far as it came. */
async function addOne(tx: Tx, services: Services, place: Place, means: Means, wanted: DemoRequest, today: string): Promise<void> {
  const [dataset] = wanted.data ? (await services.ask(catalogue).find(tx, { words: wanted.data }, { limit: 1, offset: 0 })).items : []
  const holderUnitId = dataset?.unitId ?? place.unit(wanted.holder).id
  const on = (ago: number, by: string | null = null): Means => ({ ...means, today: addDays(today, -ago), by })
  const content = {
    holderUnitId, datasetId: dataset?.id ?? null, subject: dataset?.title ?? wanted.subject, fields: wanted.fields, period: wanted.period, purpose: wanted.purpose, keepUntil: null, form: 'online' as const, degree: wanted.degree ?? ('full' as Degree),
  }
  let request: Request
  if (wanted.asker === 'warga') {
    request = await askAsCitizen(tx, on(wanted.ago), { ...content, legalBasis: null, publicTitle: dataset?.title ?? null })
    await insertCitizen(tx, means.secret, { requestId: request.id, name: wanted.name ?? 'Warga Peragaan', email: `warga.${request.code.toLowerCase()}@contoh.example`, origin: 'http://localhost', language: 'id' })
    await confirmCitizen(tx, request.id)
    request = await confirm(tx, on(wanted.ago), request)
  } else {
    const unitId = place.unit(wanted.asker).id
    const accountId = await holding(services, place, 'data-requests.ask', unitId)
    request = await askAsUnit(tx, on(wanted.ago, accountId), { ...content, unitId, accountId, legalBasis: wanted.basis ?? 'Perpres 39/2019; tugas dalam Perbup susunan perangkat daerah' })
  }
  const holder = await holding(services, place, 'data-requests.answer', holderUnitId)
  for (const step of wanted.steps) {
    const at = on(step.ago, step.by === 'pemohon' ? request.accountId : step.by === 'walidata' ? await holding(services, place, 'data-requests.urge', holderUnitId) : holder)
    if (request.state === 'waiting' && request.dueOn! < at.today) request = await escalate(tx, { ...at, by: null }, request)
    if (step.do === 'extend') request = await extend(tx, at, request, step.says)
    else if (step.do === 'urge') request = await urge(tx, at, request, step.says)
    else if (step.do === 'contest') request = await contest(tx, at, request, step.says)
    else if (step.do === 'withdraw') request = await withdraw(tx, at, request)
    else {
      const given = request.datasetId && step.do !== 'refuse' ? { datasetId: request.datasetId, degree: step.degree ?? (step.do === 'aggregate' ? 'query' : request.degree), columns: null, until: addDays(today, 180) } : null
      request = await answer(tx, at, request, step.do, { ground: step.ground ?? null, explanation: step.says, publicTitle: request.publicTitle ?? step.title ?? null, given })
    }
  }
  if (request.state === 'waiting' && request.dueOn! < today) await escalate(tx, { ...on(0), by: null }, request)
  const [access] = await accessesOf(tx, request.id)
  const now = await requestById(tx, request.id)
  if (access && now?.accountId && (access.degree === 'full' || access.degree === 'sample')) for (const purpose of wanted.uses ?? []) await insertUse(tx, { accessId: access.id, accountId: now.accountId, unitId: access.unitId, what: 'download', purpose, detail: null, rows: 312 })
}

/** Adds requests for data in every state, an approved query with answers, and wishes of citizens. */
export async function addDataRequests(services: Services, place: Place): Promise<void> {
  const now = new Date()
  const today = dayIn(now, place.zone)
  const db = services.database.of(place.governmentId)
  const government = (await services.ask(governmentDirectory).byId(place.governmentId))!
  const dataset = await addHouses(services, place, today)
  const hands = { governmentId: place.governmentId, files: services.files, tables: services.tables, jobs: services.jobs, secret: services.config.secret }
  const means: Means = { government, jobs: services.jobs, secret: services.config.secret, ask: services.ask, today, by: null }
  for (const wanted of requests) await services.database.transaction(place.governmentId, tx => addOne(tx, services, place, means, wanted, today))
  const [release] = await services.ask(catalogue).releases(db, dataset.id)
  const [part] = (await services.ask(catalogue).resources(db, [release!.id])).get(release!.id)!
  if (part?.kind !== 'table') return
  const manager = (await holding(services, place, 'approved-queries.manage', dataset.unitId))!
  const dimensions = await Promise.all(['kecamatan', 'jenis_kelamin', 'pekerjaan'].map(async column => ({
    ...dimensionChoices(part.table.columns).find(one => one.column === column)!, values: await valuesOf({ db, ask: services.ask, government, hands }, part.table, column),
  })))
  await services.database.transaction(place.governmentId, async tx => {
    const id = await insertApproval(tx, { datasetId: dataset.id, holderUnitId: dataset.unitId, title: 'Rumah diperbaiki menurut kecamatan, jenis kelamin, dan pekerjaan', dimensions, measures: [{ column: 'nilai', title: 'Nilai bantuan', unit: 'rupiah' }], subject: null, audience: 'officers', fewest: 5, share: 0.8, until: addDays(today, 300) }, manager)
    await approve(tx, id, manager, today)
    await insertApproval(tx, { datasetId: dataset.id, holderUnitId: dataset.unitId, title: 'Rumah diperbaiki menurut kecamatan', dimensions: dimensions.slice(0, 1), measures: [], subject: null, audience: 'granted', fewest: 5, share: 0.8, until: addDays(today, 300) }, manager)
    const name = (await services.ask(people).named(db, [manager])).get(manager)!
    const account = { id: manager, name: name.name, username: '', email: '', unitId: name.unitId, title: null, language: 'id' as const, sessionId: '', strong: false }
    const who = person(account, (['ask', 'manage'] as const).map(verb => ({ permission: `approved-queries.${verb}` as const, reach: 'government' as const, unitId: dataset.unitId })), () => [])
    await answerQuestion({ tx, db, who, ask: services.ask, government, now, hands }, dataset, id, { period: release!.period, by: ['kecamatan', 'jenis_kelamin'], only: {}, sum: ['nilai'] }, 'Bahan rapat penanggulangan kemiskinan')
  })
  await services.database.transaction(place.governmentId, async tx => {
    const answering = await holding(services, place, 'data-wishes.answer', place.unit('diskominfo').id)
    for (const { title, reason, unit, state, says, voices } of wishes) {
      const id = await insertWish(tx, { title, reason, unitId: unit ? place.unit(unit).id : null }, state === 'unread' ? 'unread' : 'open')
      for (let i = 0; i < voices; i++) await vote(tx, id, Buffer.from(`${id} ${i}`))
      if (says) await updateWish(tx, id, { state, answer: says, datasetId: null, on: today, by: answering })
    }
  })
}
