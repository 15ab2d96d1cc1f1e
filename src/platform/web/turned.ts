import type { FastifyInstance } from 'fastify'
import type { Door } from './door.ts'
import { standingHeaders } from './exchange.ts'
import type { Services } from './services.ts'

/** Says that the process lives and serves, whatever host a monitor calls it by; nothing of a government is in it. */
export const forMonitors = /^\/(?:healthz|readyz|metrics)(?:\?|$)/

/** Hosts said in the log; after that many, silence until something changes. */
const mostSaid = 50

/** Ends at the door what is for nobody here, or for another address. */
export function turnAway(server: FastifyInstance, door: Door, { log, changes }: Pick<Services, 'log' | 'changes'>): void {
  const said = new Set<string>()
  changes.on(topic => {
    if (topic === null || topic === 'governments' || topic === 'domains') said.clear()
  })
  server.addHook('onRequest', async (request, reply) => {
    const turned = door.enter(request.raw)
    if ('route' in turned || forMonitors.test(request.originalUrl)) return
    if ('to' in turned) return reply.redirect(turned.to, turned.status)
    reply.status(turned.status).headers(standingHeaders(false)).headers({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }).type('text/html; charset=utf-8')
    if (turned.status === 400) return reply.send(unreadable)
    if (said.size < mostSaid && !said.has(turned.host)) {
      said.add(turned.host)
      log.warn({ host: turned.host }, 'this host leads to nobody; "pendopo host add <host> <government>" or a verified domain gives it to someone')
    }
    return reply.send(nobody)
  })
}

/** A page that names nobody: it is sent to hosts that belong to nobody here. */
const page = (id: [string, string], en: [string, string]) => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<title>${id[0]}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
</head>
<body>
<main>
<h1>${id[0]}</h1>
<p>${id[1]}</p>
<section lang="en">
<h2>${en[0]}</h2>
<p>${en[1]}</p>
</section>
</main>
</body>
</html>
`

const nobody = page(
  ['Tidak ada situs di alamat ini', 'Server ini tidak melayani alamat yang Anda buka. Periksa ejaannya. Pengelola server: tambahkan alamatnya dengan <code>pendopo host add &lt;alamat&gt; &lt;pemerintah&gt;</code>, atau buktikan domainnya di pengaturan situs.'],
  ['There is no site at this address', 'This server does not serve the address you opened. Check its spelling. Operators: add the address with <code>pendopo host add &lt;host&gt; &lt;government&gt;</code>, or prove the domain in the settings of the site.'],
)

const unreadable = page(
  ['Permintaan ini tidak dapat dibaca', 'Nama alamat di dalamnya tidak sah.'],
  ['This request cannot be read', 'The host it names is not valid.'],
)
