import { parseArgs } from 'node:util'
import { BadConfig, readConfig } from '#platform/config/config.ts'
import { makeLog } from '#platform/observability/log.ts'
import { fillDemo, greet } from '#app/demo/demo.ts'
import { run, type Role } from '#app/running.ts'

const { values } = parseArgs({ options: { role: { type: 'string', default: 'all' } }, strict: false })

async function main(): Promise<void> {
  const role = values.role as Role
  if (!['web', 'worker', 'all'].includes(role)) throw new BadConfig('--role must be web, worker or all.')
  const config = readConfig()
  const log = makeLog(config.LOG_LEVEL === 'info' && process.stdout.isTTY ? 'warn' : config.LOG_LEVEL)
  const running = await run(config, log, role, prepared => (config.demo ? fillDemo({ ...prepared, config }) : Promise.resolve()))

  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    // A second signal means "now".
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    void running.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  if (running.address) process.stdout.write(await greet(config, running))
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof BadConfig ? `Pendopo cannot start:\n${error.message}\n` : `${(error as Error).stack}\n`)
  process.exit(1)
})
