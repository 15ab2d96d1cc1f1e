/** Tries again until a check holds: what is kept in memory is dropped a moment after the commit. Two seconds at most. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await check()
    } catch (error) {
      if (tries > 80) throw error
      await new Promise(resolve => setTimeout(resolve, 25))
    }
  }
}
