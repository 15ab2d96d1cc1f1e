import { networkOf, type Counter } from '#platform/access/attempts.ts'
import { limits } from '../limits.ts'

/**
 * The counters of a sign-in, after the OWASP device cookie: who comes with a browser the account knows is counted
 * there alone, so a stranger's guessing shuts out strangers and never the owner's own phone.
 */
export function signInCounters(subject: string, deviceId: string | null, ip: string): Counter[] {
  const { device, strangers, network } = limits.attempts
  if (deviceId) return [{ key: `device ${subject} ${deviceId}`, patience: device }]
  return [
    { key: `strangers ${subject}`, patience: strangers },
    { key: `network ${networkOf(ip)}`, patience: network },
  ]
}
