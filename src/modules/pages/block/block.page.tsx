import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Page } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Button, Form, HiddenField, KeepsDraft, WorkLayout } from '#ui/index.ts'
import { BlockFields, blockSpecs, fillBlock, readBlock, rulesOf } from '../blocks/index.ts'
import type { BlockSpec } from '../blocks/block.ts'
import type { Block } from '../contract.ts'
import { blockOf, publish, readable, save, subjectOf, take, unchangedSince } from '../lifecycle.ts'
import { crumbsOf } from '../parts/crumbs.ts'
import { may } from '../policy.ts'

/** Blocks a page may have: more is another page. */
const most = 60

/** Writes one block of a page; `baru` adds one. */
function blockPage(spec: BlockSpec): Page {
  return page({
    path: `/kerja/halaman/:id/bagian/${spec.kind}/:block`,
    may: 'pages.write',
    form: z.looseObject({ version: z.coerce.number().int().optional(), next: z.enum(['save', 'publish']).catch('save') }),
    files: rulesOf(spec),
    async load(context) {
      const { ask, government, params, who } = context
      const found = await readable(context, params.id!)
      if (!may(who, 'save', subjectOf(found))) throw new Refused('Langkah ini tidak dapat dilakukan pada halaman ini sekarang.')
      const block = params.block === 'baru' ? null : blockOf(found.content, params.block!)
      if (block === undefined || (block && block.kind !== spec.kind)) throw new NotFound()
      return { page: found, block, units: await ask(unitDirectory).of(government.id) }
    },
    fill: ({ block }) => (block ? fillBlock(block) : {}),
    view({ data, fields, kept, who }) {
      const { page: shown, block, units } = data
      const live = may(who, 'publish', { ...subjectOf(shown), state: 'draft' }) && subjectOf(shown).live
      return (
        <WorkLayout title={t(spec.label)} lead={t(spec.hint)} width="text" islands={['editor', 'drafts']} breadcrumbs={crumbsOf(units, { ...shown, title: shown.content.title })}>
          <Form fields={fields} multipart actions={
            <>
              <Button kind="primary" name="next" value="save">{t('Simpan')}</Button>
              {live && <Button kind="quiet" name="next" value="publish">{t('Simpan dan terbitkan')}</Button>}
            </>
          }>
            <KeepsDraft />
            <HiddenField name="version" value={fields('version').value || String(shown.workingVersion)} />
            <BlockFields spec={spec} fields={fields} kept={kept} stored={block} />
          </Form>
        </WorkLayout>
      )
    },
    async act(context) {
      const { tx, who, params, input, files, hands, note, government, language, now, ask } = context
      const found = await take(tx, who, params.id!, 'save')
      const fresh = params.block === 'baru'
      const stored = fresh ? null : blockOf(found.content, params.block!)
      if (stored === undefined || (stored && stored.kind !== spec.kind)) throw new NotFound()
      if (fresh && found.content.blocks.length >= most) throw new Refused('Halaman ini sudah sangat panjang. Buat halaman baru untuk isi selanjutnya.')
      if (stored) await unchangedSince(tx, found, input.version, content => blockOf(content, stored.id), () => ({}))
      const values = readBlock(spec, input, files, stored, localeOf({ government, language }, now))
      const units = await ask(unitDirectory).of(government.id)
      await spec.verify({ db: tx, ask, government, now, unit: units.byId(found.unitId)!, units }, values)
      const block: Block = { id: stored?.id ?? randomUUID().slice(-12), kind: spec.kind, values }
      const blocks = stored ? found.content.blocks.map(one => (one.id === block.id ? block : one)) : [...found.content.blocks, block]
      const by = who.account!.id
      const saved = await save(tx, hands, found, { ...found.content, blocks }, by)
      const goesLive = input.next === 'publish' && may(who, 'publish', subjectOf(saved))
      if (goesLive) await publish(tx, hands, context, saved, by)
      note({ record: ['page', found.id], before: { block: stored }, after: { block, published: goesLive } })
      return goto(`/kerja/halaman/${found.id}`, goesLive ? 'Tersimpan dan terbit.' : 'Bagian disimpan.')
    },
  })
}

/** One page for each kind of block. */
export const blockPages: Page[] = blockSpecs.map(blockPage)
