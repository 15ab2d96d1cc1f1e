/** Renews the sample of a number while its pattern is typed; without it a button asks for it. */

const pause = 250

function mount(mark: HTMLElement): void {
  const form = mark.closest('form')
  if (!form) return
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  async function renew(): Promise<void> {
    asking?.abort()
    asking = new AbortController()
    const address = new URL(mark.dataset.numberSample!, location.href)
    for (const name of ['pola', 'kode', 'seri', 'ulang']) {
      const value = new FormData(form!).get(name)
      if (typeof value === 'string') address.searchParams.set(name, value)
    }
    try {
      const answer = await fetch(address, { signal: asking.signal })
      if (answer.ok) mark.textContent = await answer.text()
    } catch {
      // Without a connection the last sample stays; saving says what is wrong.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void renew(), pause)
  })
}

for (const mark of document.querySelectorAll<HTMLElement>('[data-number-sample]')) mount(mark)
