import type { LightMyRequestResponse } from 'fastify'
import type { TestGovernment } from '#app/testing/government.ts'
import type { Installation } from '#app/testing/installation.ts'

/** A program at a government's interfaces; with a key it sends it. */
export const aProgram = ({ web }: Pick<Installation, 'web'>, { host }: Pick<TestGovernment, 'host'>, key?: string) => {
  const headers = { host, ...(key ? { authorization: key } : {}) }
  return {
    get: (url: string, more: Record<string, string> = {}): Promise<LightMyRequestResponse> => web.server.inject({ method: 'GET', url, headers: { ...headers, ...more } }),
    /** Calls an action as ckanapi does: JSON by POST. */
    async action(name: string, parameters: Record<string, unknown> = {}): Promise<{ status: number; success: boolean; result: never; error: Record<string, unknown> }> {
      const answer = await web.server.inject({ method: 'POST', url: `/api/3/action/${name}`, headers: { ...headers, 'content-type': 'application/json' }, payload: JSON.stringify(parameters) })
      return { status: answer.statusCode, ...(answer.json() as object) } as never
    },
    /** The same with a file, as a form. */
    async upload(name: string, values: Record<string, string>, file: { name: string; body: string | Buffer }) {
      const edge = 'batas-formulir'
      const part = (rest: string, body: string | Buffer) => Buffer.concat([Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${rest}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
      const payload = Buffer.concat([...Object.entries(values).map(([field, value]) => part(`name="${field}"`, value)), part(`name="upload"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.body), Buffer.from(`--${edge}--\r\n`)])
      const answer = await web.server.inject({ method: 'POST', url: `/api/3/action/${name}`, headers: { ...headers, 'content-type': `multipart/form-data; boundary=${edge}` }, payload })
      return { status: answer.statusCode, ...(answer.json() as object) } as { status: number; success: boolean; result: never; error: Record<string, unknown> }
    },
  }
}
