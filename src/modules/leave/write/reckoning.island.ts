/** Counts anew while days are typed; without this script the button that keeps a draft does. */

interface Answer {
  lines: string[]
  warnings: string[]
  wrong: string[]
}

const place = document.querySelector<HTMLElement>('[data-reckoning]')
const form = place?.closest('form')

/** A notice as the server draws it. */
function notice(tone: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return []
  const box = document.createElement('div')
  box.className = `notice ${tone}`
  const body = document.createElement('div')
  body.append(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })))
  box.append(body)
  return [box]
}

let latest = 0

async function renew(place: HTMLElement, form: HTMLFormElement): Promise<void> {
  const typed = new FormData(form)
  const said = (name: string) => {
    const value = typed.get(name)
    return typeof value === 'string' ? value : ''
  }
  const from = said('from')
  // Without a last day only the server knows how long the kind goes.
  if (!from || !said('until')) return
  const address = new URL(place.dataset.reckoning ?? '', location.href)
  address.searchParams.set('dari', from)
  address.searchParams.set('sampai', said('until'))
  if (said('ground')) address.searchParams.set('alasan', said('ground'))
  const turn = ++latest
  const answer = await fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  if (!answer.ok || turn !== latest) return
  const { lines, warnings, wrong } = (await answer.json()) as Answer
  place.hidden = false
  place.replaceChildren(...notice('info', lines), ...notice('warn', warnings), ...notice('bad', wrong))
}

if (place && form)
  form.addEventListener('change', event => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : ''
    // What was counted before stays when the network is away.
    if (['from', 'until', 'ground'].includes(name)) renew(place, form).catch(() => undefined)
  })
