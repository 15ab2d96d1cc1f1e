import { createHash, randomInt } from 'node:crypto'
import type { Tx } from '#platform/db/database.ts'
import { todayOf } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { dataAccess, type Access } from '#modules/data-requests/contract.ts'
import type { Dataset } from '#modules/datasets/contract.ts'
import { isOpen, mayManage } from './approval.ts'
import { other, type Question, type Signed } from './contract.ts'
import { cut, tablesByPeriod } from './cutting.ts'
import { answerOf } from './lattice.ts'
import { signed } from './signature.ts'
import { approvalById, basisOf, insertAnswer, keepBasis, type Approval, type Basis } from './store.ts'

type At = Pick<Context, 'db' | 'who' | 'ask' | 'hands' | 'government' | 'now'>

/** Under what a person may ask; `holder` for whoever looks after it; null when they may not. */
export async function rightOf({ db, who, ask, ...at }: Pick<Context, 'db' | 'who' | 'ask' | 'now' | 'government'>, approval: Approval): Promise<Access | 'officer' | 'holder' | null> {
  const today = todayOf(at)
  if (!isOpen(approval, today) || !who.may('approved-queries.ask')) return null
  const [access] = await ask(dataAccess).standing(db, who, approval.datasetId, 'query', today)
  if (access) return access
  if (mayManage(who, approval)) return 'holder'
  return approval.audience === 'officers' ? 'officer' : null
}

/** The period as it is cut for everybody: now, if nobody asked before. @throws Problem, Refused */
async function basisFor(context: At & { tx: Tx }, approval: Approval, period: string): Promise<Basis> {
  const { tx } = context
  const kept = await basisOf(tx, approval.datasetId, period)
  if (kept && kept.approvalId !== approval.id) throw new Refused('Periode ini sudah pernah ditanya menurut persetujuan yang lain. Dua cara memotong data yang sama dapat saling dikurangkan, jadi hanya yang pertama yang dijawab.')
  if (kept) return kept
  const found = (await tablesByPeriod({ ...context, db: tx }, approval.datasetId)).get(period)
  if (!found) throw new Problem('period', 'Pilih periode dari daftar')
  return keepBasis(tx, { approvalId: approval.id, datasetId: approval.datasetId, period, digest: found.table.digest, blocks: await cut(context, found.table, approval) })
}

/** One way to write a question down, so that equal questions have equal hashes. */
export function tidy({ dimensions, measures }: Approval, asked: Question): Question {
  const columns = dimensions.map(({ column }) => column)
  const only = Object.fromEntries(dimensions.flatMap(({ column, values }) => {
    const chosen = [...values, other].filter(value => asked.only[column]?.includes(value))
    return chosen.length > 0 && chosen.length <= values.length ? [[column, chosen]] : []
  }))
  return { period: asked.period, by: columns.filter(column => asked.by.includes(column)), only, sum: measures.map(({ column }) => column).filter(column => asked.sum.includes(column)) }
}

/** Letters and digits nobody mistakes for each other. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const newCode = () => Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')

/**
 * Answers a question inside: the rows never leave, everybody's answers are sums of the same blocks, and what was answered
 * is signed and written down, here and in the holder's ledger.
 * @throws Problem for a period that is not there, Refused for who may not ask
 */
export async function answer(context: At & { tx: Tx }, dataset: Dataset, approvalId: string, asked: Question, purpose: string): Promise<{ code: string; hash: string }> {
  const { tx, who, ask, government, now, hands } = context
  const approval = (await approvalById(tx, approvalId, true))!
  const right = await rightOf({ ...context, db: tx }, approval)
  if (right === null) throw new Refused('Kueri ini tidak dapat Anda tanyakan sekarang.')
  const question = tidy(approval, asked)
  const basis = await basisFor(context, approval, question.period)
  const { rows } = answerOf(basis.blocks, approval.dimensions, approval.measures, question, other)
  const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex')
  const code = newCode()
  const content: Signed = { government: government.name, dataset: dataset.title, code, question, hash, digest: basis.digest, at: now.toISOString(), rows, fewest: approval.fewest }
  const text = JSON.stringify(content)
  const accountId = who.account!.id
  const access = typeof right === 'string' ? null : right
  await insertAnswer(tx, { code, basisId: basis.id, approvalId, hash, signed: text, signature: signed(hands.secret, text), rows: rows.length, purpose, accountId, accessId: access?.id ?? null, at: now })
  if (access) await ask(dataAccess).record(tx, { accessId: access.id, accountId, unitId: access.unitId, what: 'query', purpose, detail: `${approval.title}, ${question.period} (${code})`, rows: rows.length })
  return { code, hash }
}
