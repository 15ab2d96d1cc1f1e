/**
 * The portal's service worker: shows news that was pushed, opens the pages that work without a network, and brings the
 * outbox of this device to the server when there is one again. It keeps no other page, so nothing it answers is stale.
 */
import { deliver } from '#platform/offline/browser/deliver.ts'

const worker = self as unknown as ServiceWorkerGlobalScope
const shelf = 'luring-2'
/** Pages for everyone: what is shown instead of a page that needs a network, and the outbox. */
const always = ['/luring', '/kotak-keluar']
/** Names the pages of whoever is signed in that work without a network. */
const listAddress = '/luring/halaman.json'
/** Pages of one record each that stay on the phone, those opened last. */
const mostOpened = 20
/** How long the network may take before a kept page is shown, in milliseconds. */
const patience = 3000

/** Pages that are kept beforehand, and forms of one record each (`/kerja/publikasi/:id/ubah`), kept when they are opened. */
interface Works {
  account: string
  pages: string[]
  forms: string[]
}

const none: Works = { account: '', pages: [], forms: [] }

/** Keeps a page with the stylesheet and scripts it names; anything but a page as it is leaves the shelf alone. */
const keep = async (address: string) => shelve(address, await fetch(address, { cache: 'no-cache', credentials: 'same-origin' }))

async function shelve(address: string, page: Response): Promise<void> {
  if (!page.ok || page.redirected) return
  const kept = await caches.open(shelf)
  const parts = [...(await page.clone().text()).matchAll(/(?:href|src)="(\/aset\/[^"]+\.(?:css|js))"/g)].map(([, part]) => part!)
  for (const part of parts) if (!(await kept.match(part))) await kept.add(part)
  await kept.put(address, page)
}

const isOneOf = (forms: readonly string[]) => {
  const patterns = forms.map(path => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))
  return (pathname: string) => patterns.some(pattern => pattern.test(pathname))
}

/** Removes what no kept page names any more. */
async function tidy({ account, pages: wanted, forms }: Works): Promise<void> {
  const kept = await caches.open(shelf)
  const paths = (await kept.keys()).map(({ url }) => new URL(url).pathname)
  const pages = new Set([...always, ...wanted, ...(account ? [listAddress] : []), ...paths.filter(isOneOf(forms)).slice(-mostOpened)])
  const needed = new Set<string>()
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/aset/')) continue
    if (!pages.has(pathname)) await kept.delete(request)
    else for (const [, part] of (await (await kept.match(request))!.text()).matchAll(/(?:href|src)="(\/aset\/[^"]+)"/g)) needed.add(part!)
  }
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/aset/') && !needed.has(pathname)) await kept.delete(request)
  }
}

/** What works without a network for whoever was signed in last. */
const whatWorks = async () => ((await (await kept(listAddress))?.json()) as Works | undefined) ?? none

/** Keeps all pages of whoever is signed in that work without a network. */
async function keepAll(): Promise<void> {
  const answer = await fetch(listAddress, { cache: 'no-cache', credentials: 'same-origin' })
  if (!answer.ok || answer.redirected) return
  const works = (await answer.clone().json()) as Works
  // Somebody else's session may have ended without their signing out.
  if ((await whatWorks()).account !== works.account) await tidy(none)
  await (await caches.open(shelf)).put(listAddress, answer)
  for (const address of [...always, ...works.pages]) await keep(address).catch(() => {})
  await tidy(works)
}

/** Keeps opened forms as they are now: what was written without a network has arrived. */
async function renew(paths: readonly string[]): Promise<void> {
  const isForm = isOneOf((await whatWorks()).forms)
  for (const path of paths) if (isForm(path) && (await kept(path))) await keep(path)
}

worker.addEventListener('install', event => event.waitUntil(Promise.all(always.map(keep)).then(() => worker.skipWaiting())))

/** Takes over what an earlier version kept: whoever loses the network right after an update still has their pages. */
async function inherit(): Promise<void> {
  const mine = await caches.open(shelf)
  for (const name of await caches.keys()) {
    if (name === shelf) continue
    const former = await caches.open(name)
    for (const request of await former.keys()) {
      const answer = (await mine.match(request)) ? undefined : await former.match(request)
      if (answer) await mine.put(request, answer)
    }
    await caches.delete(name)
  }
}

worker.addEventListener('activate', event => event.waitUntil(inherit().then(() => worker.clients.claim())))

worker.addEventListener('message', event => {
  const { keep: all, changed = [] } = (event.data ?? {}) as { keep?: boolean; changed?: string[] }
  if (all) event.waitUntil(keepAll().catch(() => {}))
  if (changed.length > 0) event.waitUntil(renew(changed).catch(() => {}))
})

const kept = async (address: string) => (await caches.open(shelf)).match(address, { ignoreSearch: true, ignoreVary: true })

/** A page that works without a network: the newest when it comes soon, else the one that was kept. */
async function soonOrKept(event: FetchEvent): Promise<Response> {
  const { pathname, search } = new URL(event.request.url)
  const [mine, works] = await Promise.all([kept(pathname), whatWorks()])
  const asked = fetch(event.request)
  if (search === '' && isOneOf(works.forms)(pathname)) event.waitUntil(asked.then(page => shelve(pathname, page.clone())).then(() => tidy(works)).catch(() => {}))
  if (!mine) return asked.catch(offline)
  // A server that is just being restarted is no better than none.
  const fresh = asked.then(answer => (answer.status >= 500 ? mine.clone() : answer))
  // Comes too late for this time, and is not missed when it fails.
  fresh.catch(() => {})
  const late = new Promise<Response>(resolve => setTimeout(() => resolve(mine.clone()), patience))
  return Promise.race([fresh.catch(() => mine.clone()), late])
}

const offline = async (): Promise<Response> => (await kept('/luring')) ?? Response.error()

/** Whoever signs out leaves no page of theirs behind; what waits in the outbox stays, signed as it is. */
async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request)
  await tidy(none)
  return answer
}

worker.addEventListener('fetch', event => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (request.method === 'POST') {
      if (pathname === '/keluar') event.respondWith(signOut(request).catch(offline))
      return
    }
    event.respondWith(soonOrKept(event))
  } else if (pathname.startsWith('/aset/')) {
    // Their names carry a hash of what is in them.
    event.respondWith(kept(pathname).then(mine => mine ?? fetch(request)))
  }
})

/** Background sync (WICG), which the types do not know yet. */
type SyncEvent = Event & { tag: string; waitUntil(work: Promise<unknown>): void }

worker.addEventListener('sync', event => {
  const sync = event as SyncEvent
  // Refusing lets the browser try again later, by its own clock.
  if (sync.tag === 'outbox') sync.waitUntil(deliver().then(outcome => (outcome === 'unreachable' ? Promise.reject(new Error('unreachable')) : undefined)))
})

worker.addEventListener('push', event => {
  // Encrypted for this browser and signed by the portal; still read as what it claims to be, no more.
  const { title, body, href, tag } = (event.data?.json() ?? {}) as { title?: string; body?: string; href?: string; tag?: string }
  event.waitUntil(worker.registration.showNotification(title ?? portalName(), { body, tag, data: { href } }))
})

/** Name of the portal, when a message came without words: a browser must show something. */
const portalName = () => worker.location.hostname

worker.addEventListener('notificationclick', event => {
  event.notification.close()
  const { href } = event.notification.data as { href?: string }
  const address = new URL(href ?? '/', worker.location.origin)
  if (address.origin === worker.location.origin) event.waitUntil(open(address.href))
})

async function open(address: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window' })
  const there = windows.find(one => one.url === address)
  await (there ? there.focus() : worker.clients.openWindow(address))
}
