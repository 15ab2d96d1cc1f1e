/** Work that is asked for by being woken. */
export interface Coalesced {
  wake(): void
  /** Hears no more wakes, and waits for what is running. */
  stop(): Promise<void>
}

/** Never runs `work` twice at once: however often it is woken meanwhile, it runs once more afterwards. Errors go to `log`. */
export function coalesced(work: () => Promise<void>, log: (error: Error) => void): Coalesced {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function wake(): void {
    if (stopped) return
    again = true
    running ??= Promise.resolve().then(run)
  }

  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false
      await work().catch(log)
    }
    running = null
  }

  return {
    wake,
    async stop() {
      stopped = true
      await running
    },
  }
}
