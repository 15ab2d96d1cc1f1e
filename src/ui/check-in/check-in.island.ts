/** Asks for the position when somebody comes or goes, and only then; whatever it answers, the form is sent. */

interface Words { in: string; out: string; looking: string; notIn: string; notOut: string }

/** Longer than this nobody waits at a door, in milliseconds. */
const patience = 8000
/** A kept page older than this no longer knows what comes next. */
const stale = 1_800_000

/** How many readings tell whether a phone rests, how far apart they are, and how long is waited for them after the first, in milliseconds. */
const several = { readings: 4, apart: 400, patience: 2500 }

/** The readings of one press, one after the other; none without a position. */
const positionsNow = (): Promise<GeolocationPosition[]> =>
  new Promise(resolve => {
    if (!('geolocation' in navigator)) return resolve([])
    const found: GeolocationPosition[] = []
    const end = () => {
      navigator.geolocation.clearWatch(watch)
      resolve(found)
    }
    const watch = navigator.geolocation.watchPosition(position => {
      const last = found.at(-1)
      // Phones give what they remember and what they see at once.
      if (last && position.timestamp - last.timestamp < several.apart) found.pop()
      found.push(position)
      if (!last) setTimeout(end, several.patience)
      if (found.length === several.readings) end()
    }, () => found.length === 0 && end(), { enableHighAccuracy: true, timeout: patience, maximumAge: 0 })
  })

/** The surest of them counts; all of them tell how the phone moved meanwhile. */
function fill(box: HTMLElement, positions: readonly GeolocationPosition[]): void {
  const [best] = positions.toSorted((a, b) => a.coords.accuracy - b.coords.accuracy)
  if (!best) return
  const { coords, timestamp } = best
  const readings = positions.map(({ coords: { latitude, longitude, accuracy }, timestamp: at }) => [latitude.toFixed(7), longitude.toFixed(7), Math.round(accuracy), at].join(',')).join(';')
  const values: Record<string, number | string | null> = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy, altitude: coords.altitude, age: Math.max(0, Math.round((Date.now() - timestamp) / 1000)), readings }
  for (const [name, value] of Object.entries(values)) {
    const input = box.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (input) input.value = value === null ? '' : String(value)
  }
}

/** What this browser calls itself, whoever is signed in: phones that several people check in with are told apart from their own. */
function ownName(): string {
  try {
    const name = localStorage.getItem('pendopo-browser') ?? crypto.randomUUID()
    localStorage.setItem('pendopo-browser', name)
    return name
  } catch {
    // A browser that keeps nothing has no name.
    return ''
  }
}

/** On a page kept for days the buttons follow the clock: come in the first half of the working time, go in the second. */
function turn(box: HTMLElement, main: HTMLButtonElement, other: HTMLButtonElement, words: Words): void {
  const now = Date.now()
  if (now - Number(box.dataset.drawn) < stale) return
  const windows = JSON.parse(box.dataset.windows ?? '[]') as [number, number, number][]
  const here = windows.find(([opens, , closes]) => opens <= now && now < closes)
  const next = here && now >= here[1] ? 'out' : 'in'
  main.value = next
  main.textContent = words[next]
  other.value = next === 'in' ? 'out' : 'in'
  other.textContent = next === 'in' ? words.notIn : words.notOut
}

function mount(box: HTMLElement): void {
  const form = box.closest('form')
  const [main, other] = [...box.querySelectorAll('button')]
  const says = box.querySelector('[data-check-in-says]')
  if (!form || !main || !other || !says) return
  const words = JSON.parse(box.dataset.words!) as Words
  turn(box, main, other, words)
  const named = box.querySelector<HTMLInputElement>('input[name="browser"]')
  if (named) named.value = ownName()
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: box.dataset.zone })
  const tick = () => (says.textContent = clock.format(Date.now()))
  tick()
  const ticking = setInterval(tick, 5000)
  let ready = false
  for (const button of [main, other])
    button.addEventListener('click', event => {
      if (ready) return
      event.preventDefault()
      clearInterval(ticking)
      for (const one of [main, other]) one.setAttribute('aria-busy', 'true')
      says.textContent = words.looking
      void positionsNow().then(positions => {
        fill(box, positions)
        ready = true
        for (const one of [main, other]) one.removeAttribute('aria-busy')
        form.requestSubmit(button)
        // What was refused, e.g. for want of room, may be sent again with a new reading.
        ready = false
      })
    })
}

for (const box of document.querySelectorAll<HTMLElement>('[data-check-in]')) mount(box)
