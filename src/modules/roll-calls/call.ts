export type CallKind = 'call' | 'meeting' | 'apel'
export type CalleeAnswer = 'here' | 'elsewhere'
/** `screen`: the code on the leader's screen was scanned. `vouched`: a colleague who is there answered for somebody without a phone. */
export type Via = 'tap' | 'screen' | 'vouched'

export interface Call {
  id: string
  unitId: string
  kind: CallKind
  subject: string
  accountId: string
  caller: string
  startedAt: Date
  endsAt: Date
}

export interface Callee {
  employeeId: string
  accountId: string | null
  unitId: string
  name: string
  answer: CalleeAnswer | null
  answeredAt: Date | null
  receivedAt: Date | null
  via: Via | null
  remarks: string | null
  /** When they were told by SMS or WhatsApp. */
  textedAt: Date | null
}

/** How somebody stands on the board; `silent` had time and a phone, and did not answer. */
export type Standing = 'here' | 'elsewhere' | 'explained' | 'no-device' | 'waiting' | 'silent'

/** In the order a leader reads them. */
export const standings: readonly Standing[] = ['waiting', 'silent', 'elsewhere', 'explained', 'no-device', 'here']

/** How somebody stands: an answer counts before a reason, a reason before having no phone. */
export function standingOf({ answer, accountId }: Pick<Callee, 'answer' | 'accountId'>, explained: boolean, over: boolean): Standing {
  if (answer) return answer
  if (explained) return 'explained'
  if (accountId === null) return 'no-device'
  return over ? 'silent' : 'waiting'
}

/** Whether it was answered within the limit; what a phone without a network kept counts by the time it was written. */
export const inTime = ({ answeredAt }: Pick<Callee, 'answeredAt'>, { endsAt }: Pick<Call, 'endsAt'>): boolean => answeredAt !== null && answeredAt <= endsAt

/** How many stand how. */
export function tally(all: readonly Standing[]): Record<Standing, number> {
  const counts = { here: 0, elsewhere: 0, explained: 0, 'no-device': 0, waiting: 0, silent: 0 }
  for (const one of all) counts[one]++
  return counts
}
