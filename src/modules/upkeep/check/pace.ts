import { setTimeout as wait } from 'node:timers/promises'

/** Keeps a distance between two requests to the same host. */
export interface Pace {
  /** Resolves when this host may be asked again, and counts that as a request. */
  turn(host: string): Promise<void>
}

/** A pace of at most one request per `gapMs` and host. */
export function makePace(gapMs: number): Pace {
  const free = new Map<string, number>()
  return {
    async turn(host) {
      const now = Date.now()
      const at = Math.max(now, free.get(host) ?? now)
      free.set(host, at + gapMs)
      if (at > now) await wait(at - now)
    },
  }
}

/** Mixes the hosts, so that one with many links rests while the others are asked. */
export function interleave<T>(items: readonly T[], hostOf: (item: T) => string): T[] {
  const queues = [...Map.groupBy(items, hostOf).values()]
  const mixed: T[] = []
  for (let i = 0; mixed.length < items.length; i++) for (const queue of queues) if (i < queue.length) mixed.push(queue[i]!)
  return mixed
}
