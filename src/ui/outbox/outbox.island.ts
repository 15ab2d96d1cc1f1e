/** Sends the forms of this page through the outbox of this device: kept first, then delivered, and never twice. */
import { deliver, register } from '#platform/offline/browser/deliver.ts'
import { Full, keep } from '#platform/offline/browser/keep.ts'
import { smaller } from '#platform/offline/browser/photos.ts'
import { vault } from '#platform/offline/browser/vault.ts'

interface Words { full: string; broken: string }

/** How long somebody waits for an answer before the entry goes on by itself, in milliseconds. */
const wait = 12_000

/** What stands in the form: text as it is, photos made smaller. */
async function contentOf(form: HTMLFormElement, submitter: HTMLElement | null) {
  const fields: [string, string][] = []
  const files: { field: string; file: File }[] = []
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') {
      if (name !== '_csrf') fields.push([name, value.replace(/\r?\n/g, '\r\n')])
    } else if (value.name !== '') files.push({ field: name, file: await smaller(value) })
  }
  return { fields, files }
}

function say(form: HTMLFormElement, text: string): void {
  const place = form.querySelector<HTMLElement>('[data-outbox-says]') ?? Object.assign(document.createElement('p'), { className: 'error-summary', tabIndex: -1 })
  place.dataset.outboxSays = ''
  place.setAttribute('role', 'alert')
  place.textContent = text
  form.prepend(place)
  place.focus()
}

/** Where to go on, once it is kept: to what the server answered, or to the list of what waits. */
async function onward(id: string): Promise<string> {
  await deliver({ waitingFor: id, signal: AbortSignal.timeout(wait) }).catch(() => 'unreachable')
  const receipt = (await (await vault()).get('entries', id))?.receipt
  return receipt?.answer.to ?? `/kotak-keluar?baru=${id}`
}

function mount(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as Words
  const account = form.dataset.offline!
  let busy = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    if (busy) return
    busy = true
    const submitter = event.submitter
    submitter?.setAttribute('aria-busy', 'true')
    void contentOf(form, submitter)
      .then(content => keep({ account, path: location.pathname + withoutReturned(location.search), title: document.querySelector('h1')?.textContent ?? document.title, ...content }))
      .then(async ({ id }) => {
        form.dispatchEvent(new Event('kept', { bubbles: true }))
        await askForSync()
        location.assign(await onward(id))
      })
      .catch(async (error: unknown) => {
        if (error instanceof Full && (await isReachable())) return sendOrdinarily(form, submitter)
        busy = false
        submitter?.removeAttribute('aria-busy')
        say(form, error instanceof Full ? words.full : words.broken)
      })
  })
}

/** Asked before the page is left, because whoever leaves it without a network loses what was typed. */
const isReachable = () => fetch('/luring/halaman.json', { cache: 'no-store', signal: AbortSignal.timeout(wait) }).then(answer => answer.ok, () => false)

/** A phone without room needs none while there is a network. */
function sendOrdinarily(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter instanceof HTMLButtonElement && submitter.name) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }))
  form.submit()
}

/** The form's own address, without the mark of the entry it was filled with. */
function withoutReturned(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('kotak')
  return query.size > 0 ? `?${query}` : ''
}

/** The browser may send by itself as soon as there is a network again, even with no page open. */
async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration().catch(() => undefined)) as (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }) | undefined
  await registration?.sync?.register('outbox').catch(() => {})
}

/** Keeps this page and the others that work without a network, and makes the device known. */
async function prepare(account: string): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false)
  if (!navigator.onLine) return
  const key = await (await vault()).get('keys', account)
  if (!key?.receiptKey) await register(account)
  const registration = await navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  if (!registration) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ keep: true }, [])
}

// Without a secure context there is no key: the forms then go the ordinary way.
const forms = document.querySelectorAll<HTMLFormElement>('form[data-offline]')
if ('subtle' in crypto && 'locks' in navigator && 'indexedDB' in globalThis) {
  for (const form of forms) mount(form)
  const account = forms[0]?.dataset.offline
  if (account) void prepare(account).catch(() => {})
  const bring = () => void deliver().catch(() => {})
  addEventListener('online', bring)
  bring()
}
