import { AsyncLocalStorage } from 'node:async_hooks'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server, type Upload as Arriving } from '@tus/server'
import { appendAudit } from '#platform/audit/audit.ts'
import { t, withLocale } from '#platform/i18n/locale.ts'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import { cleanName } from '#platform/web/body.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import type { Services } from '#platform/web/services.ts'
import { releaseMaking } from '#modules/datasets/contract.ts'
import type { Uploading } from '../contract.ts'
import { keeps, limits } from '../intake.ts'
import { arrive, begin } from '../lifecycle.ts'
import { meansOf, uploadHere } from '../parts/here.ts'
import { uploadById } from '../store.ts'

/** Where pieces are sent. */
export const piecesPath = '/kerja/data/unggahan/kiriman'

const hour = 3_600_000

/** The tus server of this process. Several processes need a common folder, or a proxy that leads one browser to one of them. */
export function makeUploading({ config, database, files }: Pick<Services, 'config' | 'database' | 'files'>): Uploading {
  const folder = join(config.data, 'uploads')
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: keeps.arriving * hour })
  // The library asks its callbacks with the request alone; this says whose it is.
  const asking = new AsyncLocalStorage<Context>()

  const server = new Server({
    path: piecesPath,
    datastore: store,
    locker: new MemoryLocker(),
    maxSize: limits.file,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => uuidv7(),
    getFileIdFromRequest: (_request, last) => (last !== undefined && /^[0-9a-f-]{36}$/.test(last) ? last : undefined),
    async onIncomingRequest(_request, id) {
      const context = asking.getStore()!
      const upload = await uploadById(context.db, id)
      // Before it is begun nothing is known of it.
      if (upload) await uploadHere(context, id)
    },
    async onUploadCreate(_request, upload) {
      const context = asking.getStore()!
      const { dataset } = await context.ask(releaseMaking).fillable(context, upload.metadata?.release ?? '')
      const title = upload.metadata?.title?.trim().slice(0, 200)
      await database.transaction(context.government.id, async tx => {
        await begin(tx, context, dataset, { id: upload.id, releaseId: upload.metadata!.release!, name: cleanName(upload.metadata?.filename ?? ''), title: title || null, bytes: upload.size ?? 0 })
        await appendAudit(tx, { action: 'datasets.produce', accountId: context.who.account!.id, path: piecesPath, record: ['upload', upload.id] })
      })
      return {}
    },
    async onUploadFinish(_request, upload) {
      await takeIn(asking.getStore()!, upload)
      return {}
    },
    onResponseError: (_request, error) => said(asking.getStore()!, error),
  })

  async function takeIn(context: Context, { id }: Pick<Arriving, 'id'>): Promise<void> {
    const upload = await uploadHere(context, id)
    const stored = await files.take(context.db, { path: join(folder, id), name: upload.name, field: 'file', unitId: upload.unitId, accountId: upload.createdBy }, { max: limits.file, accept: 'compare' })
    await database.transaction(context.government.id, tx => arrive(tx, meansOf(context), id, stored.id))
    await forget(id)
  }

  const forget = async (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) return
    await Promise.all([rm(join(folder, id), { force: true }), rm(join(folder, `${id}.json`), { force: true })])
  }

  const known = (id: string) => store.getUpload(id).catch(() => null)

  return {
    answer: (context, request) => asking.run(context, () => server.handleWeb(request)),
    arrived: async id => (await known(id))?.offset ?? null,
    async finish(context, id) {
      const upload = await known(id)
      if (!upload || upload.offset !== upload.size) throw new Conflict('Berkas ini belum diterima seluruhnya. Lanjutkan unggahannya.')
      await takeIn(context, upload)
    },
    forget,
    clear: async () => void (await server.cleanUpExpiredUploads()),
  }
}

/** What went wrong, in the reader's words. */
function said(context: Context, error: Error | { status_code: number; body: string }): { status_code: number; body: string } | undefined {
  const [status, message] = error instanceof Problem ? [422, error.problems[0]?.message] as const
    : error instanceof Refused || error instanceof Conflict ? [403, error.reason] as const
    : error instanceof NotFound ? [404, { text: 'Rilis atau unggahan ini tidak ada lagi.' }] as const
    : 'status_code' in error && error.status_code === 413 ? [413, { text: 'Berkas ini lebih dari {max} MB. Bagi menjadi beberapa berkas.', values: { max: limits.file / 1_000_000 } }] as const
    : [0, undefined] as const
  return message && { status_code: status, body: withLocale(localeOf(context, context.now), () => t(message.text, message.values)) }
}
