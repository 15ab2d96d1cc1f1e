import type { Config } from '#platform/config/config.ts'
import { port } from '#platform/web/port.ts'

/** The part of the settings that says which name servers are asked; pages are not given it otherwise. */
export const nameServers = port<Pick<Config, 'PENDOPO_DNS'>>('sites.name-servers')
