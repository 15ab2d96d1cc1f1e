import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Disk as Drive } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Config } from '../config/config.ts'

/** Where bytes lie: a local folder, or an S3-compatible bucket. */
export interface Disk {
  put(key: string, body: Buffer): Promise<void>
  /** Copies a file of this machine; a folder takes it without reading it into memory. */
  putFile(key: string, path: string): Promise<void>
  get(key: string): Promise<Buffer>
  /** Copies bytes into a file of this machine, without taking them into memory. */
  getFile(key: string, path: string): Promise<void>
  delete(key: string): Promise<void>
  /** Where the bytes lie on this machine, which they do in a folder; null for a bucket. */
  pathOf(key: string): string | null
}

/** Opens the disk the configuration names. The S3 driver is loaded only when it is used. */
export async function openDisk(config: Config): Promise<Disk> {
  const drive = new Drive(config.FILES_S3_BUCKET ? await bucket(config, config.FILES_S3_BUCKET) : new FSDriver({ location: join(config.data, 'files'), visibility: 'private' }))
  return {
    put: (key, body) => drive.put(key, body),
    // Buckets want to know the length and the checksum of what is coming.
    putFile: async (key, path) => (config.FILES_S3_BUCKET ? drive.put(key, await readFile(path)) : drive.copyFromFs(path, key)),
    getFile: async (key, path) => pipeline(await drive.getStream(key), createWriteStream(path, { mode: 0o600 })),
    get: async key => Buffer.from(await drive.getBytes(key)),
    delete: key => drive.delete(key),
    pathOf: key => (config.FILES_S3_BUCKET ? null : join(config.data, 'files', key)),
  }
}

async function bucket(config: Config, name: string) {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new S3Driver({
    bucket: name,
    region: config.FILES_S3_REGION,
    visibility: 'private',
    ...(config.FILES_S3_ENDPOINT ? { endpoint: config.FILES_S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(config.FILES_S3_KEY && config.FILES_S3_SECRET ? { credentials: { accessKeyId: config.FILES_S3_KEY, secretAccessKey: config.FILES_S3_SECRET } } : {}),
  })
}
