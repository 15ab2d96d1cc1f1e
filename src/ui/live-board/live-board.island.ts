/** Draws a board anew when the server says that something changed; asks by itself where the stream does not come through. */

/** Milliseconds between two looks while there is no stream. */
const slow = 10_000

function mount(board: HTMLElement): void {
  let asking = false
  let again = false
  const renew = async (): Promise<void> => {
    if (asking) {
      again = true
      return
    }
    asking = true
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin' })
      if (answer.ok && !answer.redirected) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('[data-live-board], main [aria-live="off"]')
        if (fresh) board.replaceChildren(...fresh.childNodes)
        if (fresh?.dataset.liveBoard === undefined) stop()
      }
    } catch {
      // The next look may come through.
    }
    asking = false
    if (again) {
      again = false
      await renew()
    }
  }
  const stream = new EventSource(board.dataset.liveBoard!)
  stream.addEventListener('message', () => void renew())
  const timer = setInterval(() => {
    if (stream.readyState !== EventSource.OPEN) void renew()
  }, slow)
  function stop(): void {
    stream.close()
    clearInterval(timer)
  }
}

document.querySelectorAll<HTMLElement>('[data-live-board]').forEach(mount)
