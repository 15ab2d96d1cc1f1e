import { createHash } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { localeOf } from '#platform/web/render.ts'
import { dossiers } from '#modules/archives/contract.ts'
import { letters, type Step } from '#modules/correspondence/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { bagOf, type BagFile } from './bag.ts'
import { historyCsv, listCsv, listJson, numberOf, readmeText, type About, type FileState } from './describing.ts'
import { planHere } from './plan.ts'

/** A dossier as a bag with checksums: all of it that the person may read, or one of several parts. */
export const packageFile = resource({
  path: '/kerja/arsip/:id/paket.zip',
  may: 'signed-in',
  query: z.object({ bagian: z.coerce.number().int().min(1).max(9999).default(1).catch(1) }),
  async load(context) {
    const { db, ask, government, hands, query, language, now, who, request } = context
    const plan = await planHere(context)
    const part = plan.parts[query.bagian - 1]
    if (!part) throw new NotFound()
    // The list names everything in every part.
    const things = plan.parts.flat()
    await ask(dossiers).read(context, things.map(({ item }) => item))
    const steps = new Map<string, readonly Step[]>()
    for (const { item } of things) if (item.letterId) steps.set(item.letterId, await ask(letters).steps(db, item.letterId))
    const states = new Map<string, FileState>()
    const payload: BagFile[] = []
    for (const file of part.flatMap(({ files }) => files)) {
      const body = await hands.files.read(government.id, file.id).catch(() => null)
      states.set(file.id, !body ? 'missing' : createHash('sha256').update(body).digest('hex') === file.sha256 ? 'ok' : 'changed')
      if (body) payload.push({ path: file.path, body, packed: true })
    }
    const unit = (await ask(unitDirectory).of(government.id)).byId(plan.dossier.unitId)
    const about: About = { plan, part: query.bagian, unit: unit?.name ?? '', government: government.name, states, steps, madeAt: now }
    const text = (path: string, body: string): BagFile => ({ path: `data/${path}`, body: Buffer.from(body) })
    const { lists, readme } = withLocale(localeOf({ government, language }, now), () => ({
      lists: [
        text('daftar.csv', listCsv(about)),
        text('daftar.json', listJson(about)),
        ...part.flatMap(({ item, folder }) => (item.letterId ? [text(`${folder}/riwayat.csv`, historyCsv(steps.get(item.letterId) ?? []))] : [])),
      ],
      readme: readmeText(about),
    }))
    const number = `${plan.dossier.sequence}-${plan.dossier.year}`
    const name = `berkas-${unit?.slug ?? 'unit'}-${number}${plan.parts.length > 1 ? `-bagian-${query.bagian}` : ''}`
    const body = await bagOf(name, [
      ['Source-Organization', government.name], ['Internal-Sender-Identifier', plan.dossier.id], ['Internal-Sender-Description', plan.dossier.title],
      ['External-Identifier', `${unit?.slug ?? ''} ${numberOf(plan.dossier)} ${plan.dossier.classification}`],
      ...(plan.parts.length > 1 ? [['Bag-Group-Identifier', plan.dossier.id], ['Bag-Count', `${query.bagian} of ${plan.parts.length}`]] as const : []),
    ], [...lists, ...payload], readme, now)
    await db.transaction().execute(tx => appendAudit(tx, { action: 'archives.read', accountId: who.account?.id ?? null, path: request.url.split('?')[0]!, record: ['dossier', plan.dossier.id], after: { package: query.bagian, of: plan.parts.length, leftOut: plan.hidden } }))
    return { type: 'application/zip', body, headers: { 'Content-Disposition': `attachment; filename="${name}.zip"`, 'Cache-Control': 'private, no-store' } }
  },
})
