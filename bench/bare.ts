/** A bare server that answers with the bytes and headers of the pages of the given hosts: one body each. */
import { createServer, get } from 'node:http'

const [url, headers, hosts] = process.argv.slice(2)
const asked = JSON.parse(headers!) as Record<string, string>
const pages = new Map<string, { kept: string[]; body: Buffer }>()
for (const host of hosts ? (JSON.parse(hosts) as string[]) : [asked.host!]) {
  // Asked twice: the first answer is made, the second one is the kept one.
  await fetchOnce(host)
  const { body, rawHeaders } = await fetchOnce(host)
  pages.set(host, { body, kept: rawHeaders.filter((_, i) => !/^(date|connection|keep-alive|transfer-encoding)$/i.test(rawHeaders[i - (i % 2)]!)) })
}
const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const { kept, body } = pages.get(request.headers.host ?? '')!
  response.writeHead(200, kept)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port))

function fetchOnce(host: string): Promise<{ body: Buffer; rawHeaders: string[] }> {
  return new Promise((resolve, reject) => {
    get(url!, { headers: { ...asked, host } }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk as Buffer))
      response.on('end', () => resolve({ body: Buffer.concat(chunks), rawHeaders: response.rawHeaders }))
    }).on('error', reject)
  })
}
