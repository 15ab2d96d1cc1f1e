import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number('must be a number').int().min(0).max(65535)
const flag = z.enum(['yes', 'no'], 'must be yes or no').transform(value => value === 'yes')

/** `9.9.9.9`, `9.9.9.9:53`, `2620:fe::fe` or `[2620:fe::fe]:53`. */
const isNameServer = (text: string) => isIP(text) !== 0 || isIP(/^\[?([^\]]*?)\]?:\d{1,5}$/.exec(text)?.[1] ?? '') !== 0

/** Every setting, read once at the start. Each line of `docs/runbook.md` comes from a description here. */
export const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development').describe('production: no demo, second factor for administrators, secrets required'),
  PORT: port.default(3000).describe('Port to listen on'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on'),
  PENDOPO_DATA: z.string().default('data').describe('Folder of the embedded database, files and secrets'),
  PENDOPO_DEMO: flag.optional().describe('Whether to fill an empty installation with the demo; default yes outside production'),
  PENDOPO_SECRET: z.string().min(32, 'must have at least 32 characters').optional().describe('Key for cookies and tokens; generated into the data folder outside production'),
  PENDOPO_TRUST_PROXY: flag.default(false).describe('Whether X-Forwarded-* of the proxy in front are believed'),
  PENDOPO_FETCH_LOCAL: flag.default(false).describe('Whether the link checker and imports may reach private addresses (tests only)'),
  PENDOPO_DNS: z
    .string()
    .transform(text => text.split(/[\s,]+/).filter(Boolean))
    .refine(servers => servers.every(isNameServer), 'must be IP addresses of name servers, with a port if need be, separated by commas')
    .optional()
    .describe('Name servers asked for the proof of domains, e.g. 1.1.1.1,9.9.9.9; the machine’s own when left out'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional().describe('Serving and migrating connection to an outside server; without it the embedded one is used'),
  DATABASE_SERVE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://').optional().describe('Serving connection with its own role, when it differs from DATABASE_URL'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12).describe('Connections this process may hold'),
  FILES_S3_BUCKET: z.string().optional().describe('Bucket for files; without it they are kept in the data folder'),
  FILES_S3_ENDPOINT: z.url('must be an address').optional().describe('Address of the S3-compatible service'),
  FILES_S3_REGION: z.string().default('us-east-1').describe('Region of the bucket'),
  FILES_S3_KEY: z.string().optional().describe('Access key id'),
  FILES_S3_SECRET: z.string().optional().describe('Secret access key'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional().describe('Mail server; without it mail is kept and shown at /kerja/surel-demo'),
  MAIL_FROM: z.string().default('portal@localhost').describe('Sender address'),
  VAPID_PRIVATE_KEY: z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url').optional().describe('Key that signs web push; generated into the data folder. Several processes without a common folder need the same one'),
  VAPID_SUBJECT: z.string().default('mailto:admin@localhost').describe('Contact given to web push services'),
  TEXT_GATEWAY_URL: z.url('must be an address').optional().describe('Gateway for SMS or WhatsApp: gets {"id", "to", "text"} as JSON by POST; without it nobody is told that way'),
  TEXT_GATEWAY_TOKEN: z.string().optional().describe('Key of that gateway, sent as Authorization: Bearer'),
  TEXT_GATEWAY_LOCAL: flag.default(false).describe('Whether that gateway stands in the own network'),
  BSRE_URL: z.url('must be an address').optional().describe('Address of the government’s Esign Client Service (BSrE); without it letters are signed by a test authority, marked as such'),
  BSRE_USER: z.string().optional().describe('User of that service'),
  BSRE_PASSWORD: z.string().optional().describe('Password of that service'),
  BSRE_API: z.enum(['v1', 'v2'], 'must be v1 or v2').default('v1').describe('Form of its interface: v1 /api/sign/pdf, v2 /api/v2/sign/pdf'),
  SIGNING_TSA_URL: z.url('must be an address').optional().describe('Timestamping service (RFC 3161) for signatures of the test authority'),
  CLAMAV_HOST: z.string().optional().describe('Machine of the virus scanner (clamd); uploads are then taken only when it finds nothing'),
  CLAMAV_PORT: port.default(3310).describe('Port of clamd'),
  CLAMAV_SOCKET: z.string().startsWith('/', 'must be a path').optional().describe('Socket of clamd on this machine, in place of CLAMAV_HOST'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info').describe('How much is logged'),
  TABLES_PROCESSES: z.coerce.number().int().min(1).max(16).default(3).describe('Processes that answer questions to datasets; they start when they are needed'),
  TABLES_THREADS: z.coerce.number().int().min(1).max(64).default(2).describe('Threads of each of them'),
  TABLES_MEMORY_MB: z.coerce.number().int().min(128).max(65_536).default(512).describe('Memory of each of them; the process that works on uploads has twice as much'),
  TABLES_TEMP_MB: z.coerce.number().int().min(100).max(1_000_000).default(8000).describe('What each of them may put into the data folder when memory does not suffice'),
  TABLES_CACHE_MB: z.coerce.number().int().min(100).max(1_000_000).default(10_000).describe('Copies of datasets kept in the data folder when files lie in a bucket'),
  PAGE_CACHE_MB: z.coerce.number().int().min(1).max(4096).default(32).describe('Memory for kept public pages'),
})

export interface Config extends z.output<typeof settings> {
  /** Absolute data folder. */
  data: string
  demo: boolean
  production: boolean
  secret: string
}

/** A setting that does not fit: the message names it and says why. */
export class BadConfig extends Error {}

/** Reads the settings; throws `BadConfig` with one sentence per bad value. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const known = Object.fromEntries(Object.keys(settings.shape).map(key => [key, env[key] === '' ? undefined : env[key]]))
  const parsed = settings.safeParse(known)
  if (!parsed.success) throw new BadConfig(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  const values = parsed.data
  const production = values.NODE_ENV === 'production'
  if (production && !values.PENDOPO_SECRET) throw new BadConfig('PENDOPO_SECRET is required in production: give it at least 32 random characters.')
  if (production && values.PENDOPO_DEMO) throw new BadConfig('PENDOPO_DEMO must not be yes in production: demo accounts have known passwords.')
  if (values.BSRE_URL && !(values.BSRE_USER && values.BSRE_PASSWORD)) throw new BadConfig('BSRE_USER and BSRE_PASSWORD are required beside BSRE_URL.')
  if (values.CLAMAV_HOST && values.CLAMAV_SOCKET) throw new BadConfig('CLAMAV_HOST and CLAMAV_SOCKET exclude each other: name one way to the virus scanner.')
  const data = resolve(values.PENDOPO_DATA)
  mkdirSync(data, { recursive: true })
  return { ...values, data, production, demo: values.PENDOPO_DEMO ?? !production, secret: values.PENDOPO_SECRET ?? storedSecret(data, 'application') }
}

/** Origin of a portal for links in mail, where no request tells it: https in production, this port otherwise. */
export const originOf = (config: Config, host: string): string => (config.production ? `https://${host}` : `http://${host}:${config.PORT}`)

/** A random secret kept in the data folder, made on first use, readable by the owner only. */
export function storedSecret(data: string, name: string): string {
  const folder = join(data, 'secrets')
  const file = join(folder, name)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}
