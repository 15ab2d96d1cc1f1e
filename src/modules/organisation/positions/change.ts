import type { z } from 'zod'
import { changed } from '#platform/db/changes.ts'
import { dayIn } from '#platform/time/zone.ts'
import { goto, type ActContext, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '../contract.ts'
import { mayManage } from '../policy.ts'
import type { positionSteps } from './positions.page.tsx'
import { closePosition, endHolding, holdingsOf, insertHolding, insertPosition, positionsOf } from './store.ts'

/** PostgreSQL's word for a row that an exclusion constraint refuses. */
const exclusionViolation = '23P01'

/** Two definitive holders of one position never overlap: the database sees to it, this says it in words. */
async function refusingOverlap(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if ((error as { code?: string }).code !== exclusionViolation) throw error
    throw new Problem('from', 'Jabatan ini sudah dipegang pejabat definitif pada hari-hari itu. Akhiri dahulu masa jabatannya, atau pilih Plt. atau Plh.')
  }
}

/** Carries out one step on the positions of a unit. */
export async function changePositions(context: ActContext<Record<string, string>, z.output<typeof positionSteps>>): Promise<Goto> {
  const { tx, who, ask, government, params, input, now, note } = context
  const unit = (await ask(unitDirectory).of(government.id)).byId(params.id!)
  if (!unit || !mayManage(who, unit.id)) throw new NotFound()
  const here = `/kerja/unit/${unit.id}/jabatan`
  const record: [string, string] = ['unit', unit.id]
  const today = dayIn(now, government.zone)
  // Whatever changes, the unit's channel shows its officials.
  await changed(tx, `officials:${unit.id}`)

  if (input.langkah === 'tambah') {
    if ((await positionsOf(tx, unit.id, today)).some(position => position.title.toLowerCase() === input.title.toLowerCase())) throw new Problem('title', 'Jabatan ini sudah ada di unit ini.')
    await insertPosition(tx, unit.id, input.title, input.rank)
    note({ record, after: { position: input.title, rank: input.rank } })
    return goto(here, 'Jabatan ditambahkan.')
  }

  if (input.langkah === 'isi') {
    const position = (await positionsOf(tx, unit.id, today)).find(one => one.id === input.holder_position)
    if (!position) throw new Problem('holder_position', 'Pilih jabatan')
    if (input.to && input.to < input.from) throw new Problem('to', 'Hari terakhir mendahului hari mulai.')
    await refusingOverlap(insertHolding(tx, { positionId: position.id, name: input.person, nip: input.nip, kind: input.kind, from: input.from, to: input.to }))
    note({ record, after: { position: position.title, holder: input.person, kind: input.kind, from: input.from, to: input.to } })
    return goto(here, 'Pejabat disimpan.')
  }

  if (input.langkah === 'akhiri') {
    const holding = (await holdingsOf(tx, unit.id)).find(one => one.id === input.holding)
    if (!holding) throw new Problem('holding', 'Pilih pejabat')
    if (input.last < holding.from) throw new Problem('last', 'Hari terakhir mendahului hari mulai.')
    await refusingOverlap(endHolding(tx, holding.id, input.last))
    note({ record, before: { holder: holding.name, to: holding.to }, after: { holder: holding.name, to: input.last } })
    return goto(here, 'Masa jabatan diakhiri.')
  }

  const position = (await positionsOf(tx, unit.id, today)).find(one => one.id === input.position)
  if (!position) throw new Problem('', 'Jabatan ini sudah ditutup.')
  if ((await holdingsOf(tx, unit.id)).some(one => one.positionId === position.id && (one.to === null || one.to >= today))) throw new Problem('', 'Jabatan ini masih atau akan dipegang. Akhiri dahulu masa jabatannya.')
  await closePosition(tx, position.id)
  note({ record, before: { position: position.title }, after: {} })
  return goto(here, 'Jabatan ditutup.')
}
