/** A bare server that answers everything with the bytes and headers of one page. */
import { createServer, get } from 'node:http'

const [url, headers] = process.argv.slice(2)
// Asked twice: the first answer is made, the second one is the kept one.
await fetchOnce()
const { body, rawHeaders } = await fetchOnce()
const kept = rawHeaders.filter((_, i) => !/^(date|connection|keep-alive|transfer-encoding)$/i.test(rawHeaders[i - (i % 2)]!))
const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(200, kept)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port))

function fetchOnce(): Promise<{ body: Buffer; rawHeaders: string[] }> {
  return new Promise((resolve, reject) => {
    get(url!, { headers: JSON.parse(headers!) as Record<string, string> }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk as Buffer))
      response.on('end', () => resolve({ body: Buffer.concat(chunks), rawHeaders: response.rawHeaders }))
    }).on('error', reject)
  })
}
