import { anAccount, signIn, type Browser } from '#modules/identity/testing.ts'
import type { PositionFacts } from '#modules/organisation/positions/store.ts'
import { aPost, appointed } from '#modules/organisation/testing.ts'
import type { TestGovernment } from './government.ts'
import type { Installation } from './installation.ts'

/** Somebody in a position, at their browser. */
export interface Seat {
  postId: string
  account: { id: string; name: string; username: string }
  browser: Browser
}

/** A position by a short name: its unit, title and what else tells of it. */
type ChartLine = readonly [name: string, unit: string, title: string, facts: Partial<PositionFacts>]

/** Makes the positions of a chart and puts somebody called after each into it, since the beginning of 2026 and signed in. */
export async function seated(installation: Installation, place: TestGovernment, chart: readonly ChartLine[]): Promise<Record<string, Seat>> {
  const seats: Record<string, Seat> = {}
  for (const [name, unit, title, facts] of chart) {
    const postId = await aPost(installation, place, unit, title, facts)
    const account = { ...(await anAccount(installation, place, { unit, name: `Nama ${name}` })), name: `Nama ${name}` }
    await appointed(installation, place, postId, { accountId: account.id, name: account.name, from: '2026-01-02' })
    seats[name] = { postId, account, browser: await signIn(installation, place, account.username) }
  }
  return seats
}
