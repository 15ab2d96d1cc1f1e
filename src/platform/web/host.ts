import { isIPv6 } from 'node:net'
import { domainToASCII } from 'node:url'

/** A host as a request names it, in its one normal form. */
export interface Host {
  /** Lowercase, in punycode, without port and trailing dot; IPv6 in brackets. */
  name: string
  /** `address` is an IP address, `single` a name of one label such as `localhost`. */
  kind: 'name' | 'single' | 'address'
  /** `:3000`, or nothing. */
  port: string
  /** Origin under each protocol, without the port that goes without saying. */
  http: string
  https: string
}

// Everything the parser of addresses would read as something other than a name is kept from it: `/`, `@`, `%`, `:` …
const spelling = /^(?:\[([0-9a-f:.]{2,45})\]|([\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]{1,260}))(?::(\d{0,5}))?$/iu
const labels = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Reads a host however it is spelt; null for what is no valid host name or IP address. */
export function readHost(text: string): Host | null {
  const match = spelling.exec(text)
  if (!match) return null
  const port = match[3] ? Number(match[3]) : null
  if (port !== null && port > 65_535) return null
  const name = match[1] === undefined ? nameFrom(match[2]!) : isIPv6(match[1]) ? new URL(`http://[${match[1]}]`).hostname : null
  if (name === null) return null
  const at = (usual: number) => (port === null || port === usual ? name : `${name}:${port}`)
  return {
    name,
    kind: name.startsWith('[') || address.test(name) ? 'address' : name.includes('.') ? 'name' : 'single',
    port: port === null ? '' : `:${port}`,
    http: `http://${at(80)}`,
    https: `https://${at(443)}`,
  }
}

function nameFrom(text: string): string | null {
  const name = domainToASCII(text).replace(/\.$/, '')
  return name.length <= 253 && labels.test(name) ? name : null
}

/** Remembers how hosts are spelt, up to `limit` of them; reading one again costs a look into a map. */
export function makeHostReader(limit = 2000): (text: string) => Host | null {
  const known = new Map<string, Host | null>()
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const host = readHost(text)
    // Whoever sends thousands of names makes us forget, not grow.
    if (known.size >= limit) known.clear()
    if (text.length <= 300) known.set(text, host)
    return host
  }
}
