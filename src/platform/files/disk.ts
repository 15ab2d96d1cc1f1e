import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Disk as Drive } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { Config } from '../config/config.ts'

/** Where bytes lie: a local folder, or an S3-compatible bucket. */
export interface Disk {
  put(key: string, body: Buffer): Promise<void>
  /** Copies a file of this machine, without taking it into memory. */
  putFile(key: string, path: string): Promise<void>
  get(key: string): Promise<Buffer>
  /** Copies bytes into a file of this machine, without taking them into memory. */
  getFile(key: string, path: string): Promise<void>
  delete(key: string): Promise<void>
  /** Where the bytes lie on this machine, which they do in a folder; null for a bucket. */
  pathOf(key: string): string | null
}

/** Opens the disk the configuration names. What a bucket needs is loaded only when there is one. */
export async function openDisk(config: Config): Promise<Disk> {
  if (config.FILES_S3_BUCKET) return openBucket(config, config.FILES_S3_BUCKET)
  const location = join(config.data, 'files')
  const drive = new Drive(new FSDriver({ location, visibility: 'private' }))
  return { ...throughDrive(drive), putFile: (key, path) => drive.copyFromFs(path, key), pathOf: key => join(location, key) }
}

async function openBucket(config: Config, bucket: string): Promise<Disk> {
  const [{ S3Client }, { Upload }, { S3Driver }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/lib-storage'), import('flydrive/drivers/s3')])
  const client = new S3Client({
    region: config.FILES_S3_REGION,
    ...(config.FILES_S3_ENDPOINT ? { endpoint: config.FILES_S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(config.FILES_S3_KEY && config.FILES_S3_SECRET ? { credentials: { accessKeyId: config.FILES_S3_KEY, secretAccessKey: config.FILES_S3_SECRET } } : {}),
  })
  return {
    // Access is by keys alone; many services of the S3 kind know no access lists.
    ...throughDrive(new Drive(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }))),
    // In parts of 8 MB, two at a time: a gigabyte takes 16 MB of memory.
    async putFile(key, path) {
      await new Upload({ client, params: { Bucket: bucket, Key: key, Body: createReadStream(path) }, partSize: 8 << 20, queueSize: 2 }).done()
    },
    pathOf: () => null,
  }
}

/** What a folder and a bucket do alike. */
const throughDrive = (drive: Drive): Pick<Disk, 'put' | 'get' | 'getFile' | 'delete'> => ({
  put: (key, body) => drive.put(key, body),
  get: async key => Buffer.from(await drive.getBytes(key)),
  getFile: async (key, path) => pipeline(await drive.getStream(key), createWriteStream(path, { mode: 0o600 })),
  delete: key => drive.delete(key),
})
