import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** `deaf` carries what is sent and loses every answer. */
export type LineState = 'open' | 'cut' | 'deaf'

/** A line between a browser and a server that can be cut, also in the middle of something. */
export interface Line {
  port: number
  set(state: LineState): void
  /** Where it leads from now on: a server that was started anew. */
  lead(port: number): void
  close(): Promise<void>
}

/** Lays a line to a port of this machine. */
export async function aLine(target: number): Promise<Line> {
  let state: LineState = 'open'
  let port = target
  const open = new Set<Socket>()
  const server = createServer(near => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', bytes => {
      if (state === 'open') near.write(bytes)
      else near.destroy()
    })
    far.on('end', () => near.end())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      state = next
      if (next === 'cut') for (const socket of open) socket.destroy()
    },
    lead(next) {
      port = next
      for (const socket of open) socket.destroy()
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
