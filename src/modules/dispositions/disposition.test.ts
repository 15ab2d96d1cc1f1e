import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '#platform/web/problems.ts'
import { addWorkingDays } from '#platform/time/working-days.ts'
import type { RecipientState } from './contract.ts'
import { daysLate, lateBefore, proposedDeadline } from './deadline.ts'
import { accepting, after, answering, applied, heirs, isOpen, isSettled, passedOn, passing, pathOf, recalling, receivedBy, recipientsOf, reporting, sendingBack, type Chain, type Disposition, type Recipient } from './disposition.ts'

const now = new Date('2026-11-21T02:00:00Z')

const aDisposition = (over: Partial<Disposition> & Pick<Disposition, 'id' | 'postId'>): Disposition =>
  ({ letterId: 'l', parentId: null, title: over.postId, accountId: 'a', name: 'A', capacity: 'definitif', officeId: 'o', instructions: ['tindak-lanjuti'], note: '', dueOn: null, at: now, doneAt: null, ...over })

const aRecipient = (over: Partial<Recipient> & Pick<Recipient, 'id' | 'dispositionId' | 'postId'>): Recipient =>
  ({ unitId: 'u', title: over.postId, name: null, responsible: false, state: 'unread', readAt: null, readBy: null, doneAt: null, doneBy: null, recallReason: null, ...over })

/** Adds a disposition to positions, the first of which is responsible. */
function given(chain: Chain, from: Recipient | null, postId: string, to: readonly string[]): Chain {
  const id = `d${chain.dispositions.length}`
  return {
    dispositions: [...chain.dispositions, aDisposition({ id, postId, parentId: from?.dispositionId ?? null })],
    recipients: [...chain.recipients, ...to.map((post, n) => aRecipient({ id: `${id}.${post}`, dispositionId: id, postId: post, responsible: n === 0 }))],
  }
}

const empty: Chain = { dispositions: [], recipients: [] }
const at = (chain: Chain, id: string) => chain.recipients.find(one => one.id === id)!
const states = (chain: Chain) => Object.fromEntries(chain.recipients.map(one => [one.id, one.state]))

/** Head → Bidang (responsible) and Sekretariat; Bidang → Seksi (responsible) and Staf. */
function passedTwice(): Chain {
  const first = given(empty, null, 'kepala', ['bidang', 'sekretariat'])
  return given(applied(first, passing(first, 'd0.bidang'), now), at(first, 'd0.bidang'), 'bidang', ['seksi', 'staf'])
}

describe('a chain of dispositions', () => {
  it('is done at the beginning when the responsible one reports, with all that was passed on from there', () => {
    const chain = passedTwice()
    const left = applied(chain, reporting(chain, 'd0.bidang'), now)
    expect(left.dispositions.map(one => one.doneAt !== null)).toEqual([true, true])
    expect(states(left)).toEqual({ 'd0.bidang': 'reported', 'd0.sekretariat': 'unread', 'd1.seksi': 'closed', 'd1.staf': 'closed' })
    expect(isSettled(left, 'o')).toBe(true)
  })

  it('is not done by a report from further down, nor by somebody who only helps', () => {
    const chain = passedTwice()
    for (const id of ['d1.seksi', 'd0.sekretariat', 'd1.staf']) expect(isSettled(applied(chain, reporting(chain, id), now), 'o')).toBe(false)
    expect(applied(chain, reporting(chain, 'd1.seksi'), now).dispositions.map(one => one.doneAt !== null)).toEqual([false, true])
  })

  it('opens again where a report is sent back, unless whoever passed it on has reported themself', () => {
    const chain = passedTwice()
    const below = applied(chain, reporting(chain, 'd1.seksi'), now)
    const back = applied(below, sendingBack(below, 'd1.seksi'), now)
    expect([at(back, 'd1.seksi').state, back.dispositions[1]!.doneAt]).toEqual(['read', null])
    const above = applied(below, reporting(below, 'd0.bidang'), now)
    expect(() => sendingBack(above, 'd1.seksi')).toThrow(Problem)
  })

  it('has nothing left to do for anybody once the giver accepts what the responsible one reported', () => {
    const chain = passedTwice()
    const reported = applied(chain, reporting(chain, 'd0.bidang'), now)
    const left = applied(reported, accepting(reported, 'd0.bidang'), now)
    expect(left.recipients.some(isOpen)).toBe(false)
    const helper = applied(chain, reporting(chain, 'd0.sekretariat'), now)
    expect(accepting(helper, 'd0.sekretariat').states).toEqual([])
  })

  it('goes on without somebody recalled before they read, and somebody else is responsible', () => {
    const chain = given(empty, null, 'kepala', ['bidang', 'sekretariat', 'upt'])
    expect(() => recalling(chain, 'd0.bidang', null)).toThrow('Pilih siapa yang bertanggung jawab')
    const left = applied(chain, recalling(chain, 'd0.bidang', 'd0.upt'), now)
    expect(recipientsOf(left, 'd0').filter(one => one.responsible && one.state !== 'recalled').map(one => one.id)).toEqual(['d0.upt'])
    const read = { ...chain, recipients: chain.recipients.map(one => (one.id === 'd0.bidang' ? { ...one, state: 'read' as RecipientState, readAt: now } : one)) }
    expect(() => recalling(read, 'd0.bidang', 'd0.upt')).toThrow('sudah dibaca')
  })

  it('comes back to whoever recalled all they had passed on', () => {
    const first = given(empty, null, 'kepala', ['bidang'])
    const chain = given(applied(first, passing(first, 'd0.bidang'), now), at(first, 'd0.bidang'), 'bidang', ['seksi'])
    const left = applied(chain, recalling(chain, 'd1.seksi', null), now)
    expect([at(left, 'd0.bidang').state, left.dispositions[1]!.doneAt]).toEqual(['read', now])
  })

  it('is answered from the position that signed the answer down along the responsible ones', () => {
    const chain = passedTwice()
    const byKepala = applied(chain, answering(chain, 'kepala'), now)
    expect(states(byKepala)).toEqual({ 'd0.bidang': 'answered', 'd0.sekretariat': 'unread', 'd1.seksi': 'answered', 'd1.staf': 'closed' })
    expect(isSettled(byKepala, 'o')).toBe(true)
    const bySekretariat = applied(chain, answering(chain, 'sekretariat'), now)
    expect(states(bySekretariat)).toMatchObject({ 'd0.sekretariat': 'answered', 'd0.bidang': 'passed-on' })
    expect(isSettled(bySekretariat, 'o')).toBe(false)
    expect(answering(chain, 'orang-lain').states).toEqual([])
  })
})

describe('whatever people do in whatever order', () => {
  type Act = { what: 'read' | 'pass' | 'report' | 'back' | 'accept' | 'recall' | 'answer'; who: number; to: number[] }
  const act = fc.record<Act>({ what: fc.constantFrom('read', 'pass', 'report', 'back', 'accept', 'recall', 'answer'), who: fc.nat(30), to: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }) })

  /** Ranks as positions: a smaller number stands higher, so what goes down never comes back. */
  function tried(chain: Chain, { what, who, to }: Act): Chain {
    const one = chain.recipients[who % chain.recipients.length]!
    try {
      if (what === 'read') return { ...chain, recipients: chain.recipients.map(r => (r === one && after(r.state, 'read') ? { ...r, state: 'read', readAt: now } : r)) }
      if (what === 'report') return applied(chain, reporting(chain, one.id), now)
      if (what === 'back') return applied(chain, sendingBack(chain, one.id), now)
      if (what === 'accept') return applied(chain, accepting(chain, one.id), now)
      if (what === 'answer') return applied(chain, answering(chain, one.postId), now)
      if (what === 'recall') return applied(chain, recalling(chain, one.id, heirs(chain, one)[0]?.id ?? null), now)
      const below = [...new Set(to.map(n => Number(one.postId) + 1 + n))].map(String).filter(post => !passedOn(chain, one).flatMap(d => recipientsOf(chain, d.id)).some(r => r.postId === post && isOpen(r)))
      return below.length === 0 ? chain : given(applied(chain, passing(chain, one.id), now), one, one.postId, below)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return chain
    }
  }

  const history = fc.array(act, { maxLength: 40 }).map(acts => acts.reduce<Chain[]>((all, one) => [...all, tried(all.at(-1)!, one)], [given(empty, null, '0', ['1', '2'])]))

  it('exactly one is responsible for each disposition that anybody still has', () => {
    fc.assert(fc.property(history, all => {
      for (const chain of all) for (const { id } of chain.dispositions) {
        const live = recipientsOf(chain, id).filter(one => one.state !== 'recalled')
        if (live.length > 0) expect(live.filter(one => one.responsible)).toHaveLength(1)
      }
    }))
  })

  it('nobody who has read is ever recalled, and what ended stays ended but for a report that is sent back', () => {
    fc.assert(fc.property(history, all => {
      for (const [i, chain] of all.entries()) for (const one of chain.recipients) {
        const before = all[i - 1] && all[i - 1]!.recipients.find(({ id }) => id === one.id)
        if (one.state === 'recalled') expect(one.readAt).toBeNull()
        if (before && !isOpen(before) && before.state !== one.state) expect([before.state, one.state]).toEqual(['reported', 'read'])
      }
    }))
  })

  it('a disposition is done exactly when its responsible one is, or nobody has it', () => {
    fc.assert(fc.property(history, all => {
      for (const chain of all) for (const { id, doneAt } of chain.dispositions) {
        const responsible = recipientsOf(chain, id).find(one => one.responsible && one.state !== 'recalled')
        expect(doneAt !== null, `${id} ${responsible?.state}`).toBe(!responsible || !isOpen(responsible))
      }
    }))
  })

  it('nothing below somebody who is done waits for anybody, and no position stands twice on one path', () => {
    fc.assert(fc.property(history, all => {
      for (const chain of all) for (const disposition of chain.dispositions) {
        const own = receivedBy(chain, disposition)
        if (own && !isOpen(own)) expect(recipientsOf(chain, disposition.id).filter(isOpen)).toEqual([])
        const path = pathOf(chain, disposition)
        expect(new Set(path).size).toBe(path.length)
      }
    }))
  })
})

describe('a deadline', () => {
  const dayAfter = (day: string, count: number) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
  const day = fc.integer({ min: 0, max: 400 }).map(n => dayAfter('2026-01-01', n))

  it('is missed once offices were open after it', () => {
    expect(daysLate('2026-11-20', '2026-11-22', new Set())).toBe(0)
    expect(daysLate('2026-11-20', '2026-11-23', new Set())).toBe(1)
    expect(daysLate('2026-11-20', '2026-11-24', new Set(['2026-11-23']))).toBe(1)
    expect(daysLate(null, '2026-11-24', new Set())).toBe(0)
  })

  it('that lists call missed is one that is late by working days', () => {
    // Close to each other, and around weekends and holidays: that is where the two could disagree.
    const near = fc.record({ today: day, apart: fc.integer({ min: -9, max: 2 }), closed: fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 6 }) })
    fc.assert(fc.property(near, ({ today, apart, closed }) => {
      const [dueOn, holidays] = [dayAfter(today, apart), new Set(closed.map(n => dayAfter(today, n)))]
      expect(dueOn < lateBefore(today, holidays)).toBe(daysLate(dueOn, today, holidays) > 0)
    }))
  })

  it('is proposed from the letter, its meeting or its urgency, and never after the giver’s own', () => {
    const letter = { replyBy: null, urgency: 'biasa' as const, meeting: null }
    const days = new Map([['biasa', 5], ['kilat', 0]])
    const on = (over: object, own: string | null) => proposedDeadline({ ...letter, ...over }, own, days, '2026-11-20', new Set(), 'Asia/Jakarta')
    expect(on({}, null)).toBe('2026-11-27')
    expect(on({ urgency: 'kilat' }, null)).toBe('2026-11-20')
    expect(on({ replyBy: '2026-11-24' }, null)).toBe('2026-11-24')
    expect(on({ meeting: { from: '2026-11-25T02:00:00.000Z', to: null, place: 'Aula', link: null, agenda: '' } }, null)).toBe('2026-11-25')
    expect(on({}, '2026-11-23')).toBe('2026-11-23')
    expect(on({}, '2026-11-10'), 'what has passed binds nobody').toBe('2026-11-27')
    expect(proposedDeadline(letter, null, new Map(), '2026-11-20', new Set(), 'Asia/Jakarta')).toBeNull()
    expect(addWorkingDays('2026-11-20', 5, new Set())).toBe('2026-11-27')
  })
})
