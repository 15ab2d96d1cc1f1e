import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeTextGateway, mobileNumber } from './gateway.ts'

interface Heard { method?: string; authorization?: string; body: string }

let server: Server
let url: string
let heard: Heard[] = []
let status = 200
const message = { id: '0199', to: '+6281234567890', text: 'Camat Slawi menanyakan kehadiran Anda.' }
const config = { TEXT_GATEWAY_TOKEN: 'kunci', TEXT_GATEWAY_LOCAL: true, PENDOPO_FETCH_LOCAL: false }

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', part => (body += String(part)))
    request.on('end', () => {
      heard.push({ method: request.method, authorization: request.headers.authorization, body })
      response.writeHead(status, status === 302 ? { location: '/lain' } : {}).end('{}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kirim`
})
afterAll(() => server.close())
beforeEach(() => {
  heard = []
  status = 200
})

it('is off until an address is set', () => {
  expect(makeTextGateway({ ...config, TEXT_GATEWAY_URL: undefined })).toBeNull()
})

it('is given one message as JSON, with its key', async () => {
  expect(await makeTextGateway({ ...config, TEXT_GATEWAY_URL: url })!.send(message)).toBe('sent')
  expect(heard).toEqual([{ method: 'POST', authorization: 'Bearer kunci', body: JSON.stringify(message) }])
})

it('is asked again when it is busy, not when it refuses, and led nowhere else', async () => {
  const gateway = makeTextGateway({ ...config, TEXT_GATEWAY_URL: url })!
  for (const busy of [500, 429, 302]) {
    status = busy
    await expect(gateway.send(message)).rejects.toThrow(/gateway/)
  }
  status = 422
  expect(await gateway.send(message)).toBe('refused')
  expect(heard).toHaveLength(4)
})

it('stands outside unless it is said to stand in the own network, and no error names a number', async () => {
  const gateway = makeTextGateway({ ...config, TEXT_GATEWAY_LOCAL: false, TEXT_GATEWAY_URL: url })!
  const error = await gateway.send(message).catch((problem: unknown) => problem)
  expect(String(error)).toContain('not reached')
  expect(String(error)).not.toContain('812')
  expect(heard).toEqual([])
})

it('numbers are written one way, and only mobile ones are numbers', () => {
  expect(['0812 3456-7890', '+62 812-3456-7890', '6281234567890'].map(mobileNumber)).toEqual(Array.from({ length: 3 }, () => '+6281234567890'))
  expect(['(0283) 491 234', '', 'tidak ada', '+1 202 555 0100'].map(mobileNumber)).toEqual([null, null, null, null])
})
