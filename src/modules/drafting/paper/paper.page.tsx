import { renderPdf, renderSvg } from '#platform/documents/compiler.ts'
import type { DocumentSource } from '#platform/documents/compiler.ts'
import { t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { filledIn } from '#platform/text/occasion.ts'
import { page, resource, type Context } from '#platform/web/page.ts'
import { Elsewhere } from '#platform/web/problems.ts'
import { Actions, ButtonLink, Disclosure, PaperView, Prose, WorkLayout } from '#ui/index.ts'
import { draftActions } from '../actions.ts'
import { crumbsOf, draftHere, type Here } from '../here.ts'
import { isCourse } from '../flow.ts'
import { kindOn } from '../kinds.ts'
import { dayOf, unfinished } from '../lifecycle.ts'
import { Unfinished } from '../parts.tsx'
import { may } from '../policy.ts'
import { printed } from './papers.ts'

/** The draft as it would be printed now. */
async function paperHere(context: Context): Promise<Here & { source: DocumentSource }> {
  const here = await draftHere(context)
  // What was signed is the file, and nothing printed anew.
  if (!isCourse(here.letter.state)) throw new Elsewhere(`/kerja/surat/${here.letter.id}`)
  return { ...here, source: await printed(context.hands, context, here.letter.unitId, here.draft.content, null) }
}

/** Width and height of a drawing, as it says itself. */
const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width = '595', height = '842'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** A draft as paper: the same source as what will be signed. */
export const paperPage = page({
  path: '/kerja/surat/:id/naskah',
  may: 'signed-in',
  async load(context) {
    const { source, ...here } = await paperHere(context)
    return { ...here, size: sizeOf(await renderSvg(source)), actions: draftActions(context.who, here), open: may(context.who, 'circulate', here) ? unfinished(here.draft, (await kindOn(context.db, here.draft.content.kind, dayOf(context))).addressed) : [] }
  },
  view({ data: { letter, draft, size, actions, open }, government }) {
    const base = `/kerja/surat/${letter.id}`
    const { content } = draft
    const text = [...Object.values(content.parts), content.body, ...content.annexes.map(({ title, body }) => `## ${title}\n\n${body}`)].filter(Boolean).join('\n\n')
    return (
      <WorkLayout title={t('Naskah')} lead={letter.subject} breadcrumbs={crumbsOf(letter)}
        action={<Actions>{actions.filter(({ href }) => href !== `${base}/naskah`).map(({ label, href, main }) => <ButtonLink key={href} href={href} kind={main ? 'primary' : 'quiet'}>{t(label)}</ButtonLink>)}</Actions>}>
        <Unfinished open={open} />
        <PaperView src={`${base}/naskah.svg?v=${draft.version}`} {...size} alt={t('Naskah {subject} sebagaimana akan dicetak; isinya dapat dibaca di bawah.', { subject: letter.subject })} />
        <Actions><ButtonLink kind="quiet" href={`${base}/naskah.pdf`} download>{t('Unduh sebagai PDF')}</ButtonLink></Actions>
        <Disclosure title={t('Baca sebagai teks')} level={2}><Prose html={toHtml(filledIn(text, content.meeting, government.zone))} /></Disclosure>
      </WorkLayout>
    )
  },
})

/** All pages of the draft as one drawing. */
export const paperDrawing = resource({
  path: '/kerja/surat/:id/naskah.svg',
  may: 'signed-in',
  load: async context => ({ type: 'image/svg+xml', body: await renderSvg((await paperHere(context)).source), headers: { 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" } }),
})

/** The draft as a PDF, marked as one. */
export const paperFile = resource({
  path: '/kerja/surat/:id/naskah.pdf',
  may: 'signed-in',
  async load(context) {
    const { source, draft } = await paperHere(context)
    return { type: 'application/pdf', body: await renderPdf(source), headers: { 'Content-Disposition': `attachment; filename="konsep-v${draft.version}.pdf"`, 'Cache-Control': 'private, no-store' } }
  },
})
