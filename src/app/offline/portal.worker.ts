/**
 * The portal's service worker: shows news that was pushed, and a small page when there is no network. It keeps no
 * other page, so nothing it answers is ever stale.
 */
const worker = self as unknown as ServiceWorkerGlobalScope
const shelf = 'luring-1'
const offlinePage = '/luring'

/** Keeps the offline page and the stylesheet it names. */
async function keepOfflinePage(): Promise<void> {
  const page = await fetch(offlinePage, { cache: 'no-cache' })
  if (!page.ok) return
  const sheet = /href="(\/aset\/[^"]+\.css)"/.exec(await page.clone().text())?.[1]
  const kept = await caches.open(shelf)
  await kept.put(offlinePage, page)
  if (sheet) await kept.add(sheet)
}

worker.addEventListener('install', event => event.waitUntil(keepOfflinePage().then(() => worker.skipWaiting())))

worker.addEventListener('activate', event =>
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name))))
      .then(() => worker.clients.claim()),
  ),
)

worker.addEventListener('fetch', event => {
  const { request } = event
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (await caches.match(offlinePage)) ?? Response.error()))
  else if (request.destination === 'style') event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()))
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
