import { t } from '#platform/i18n/locale.ts'
import { covers } from '#platform/access/who.ts'
import type { Tx } from '#platform/db/database.ts'
import { tell } from '#platform/events/events.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { WorkLayout } from '#ui/index.ts'
import { ownerChanged } from '../contract.ts'
import { enterOfficeSearch, goLive, readable, step, subjectOf, take } from '../lifecycle.ts'
import { districtOf } from '../parts/place.ts'
import { may } from '../policy.ts'
import { slugOf } from '../publication.ts'
import { filesOf } from '../rows.ts'
import { freeSlug, insertPublication, insertVersion, keepRedirect, updatePublication, workingById } from '../store.ts'
import { tellReviewers } from '../steps/telling.ts'
import { contentFrom, publicationFiles, publicationForm, valuesOf, type PublicationInput } from './content.ts'
import { PublicationForm } from './form.tsx'

/** Units with a channel that the person may write for, the own one first. */
function writableUnits({ who }: Pick<Context, 'who'>, units: UnitTree) {
  const reach = who.reach('publications.write')
  const own = who.account?.unitId
  const found = units.all.filter(unit => unit.channel && (covers(reach, { unitId: unit.id }) || (unit.id === own && reach?.own)))
  return found.sort((a, b) => Number(b.id === own) - Number(a.id === own))
}

const common = async (context: Pick<Context, 'ask' | 'government' | 'who' | 'db'>, unitId: string | null) => {
  const units = await context.ask(unitDirectory).of(context.government.id)
  const writable = writableUnits(context, units)
  const owners = await context.ask(people).holding(context.db, 'publications.write', unitId ?? writable[0]?.id ?? context.who.account!.unitId)
  return { units, writable, owners }
}

const checkPlace = (input: PublicationInput, units: UnitTree) => {
  if (input.place && !units.byRegion(input.place)) throw new Problem('place', 'Pilih dari daftar')
}

/** Writes a new publication for a channel within reach. */
export const createPage = page({
  path: '/kerja/publikasi/baru',
  offline: true,
  may: 'publications.write',
  form: publicationForm,
  files: publicationFiles,
  load: context => common(context, null),
  fill: ({ writable }) => ({ kind: 'berita', unit: writable[0]?.id }),
  view({ data, fields, kept, who }) {
    const next = { submit: true, publish: data.writable.some(unit => covers(who.reach('publications.publish'), { unitId: unit.id })) }
    return (
      <WorkLayout title={t('Tulis publikasi')} width="text" islands={['editor', 'drafts']} breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }]}>
        <PublicationForm {...data} fields={fields} kept={kept} stored={null} next={next} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, files, hands, government, ask, note } = context
    const units = await ask(unitDirectory).of(government.id)
    const writable = writableUnits(context, units)
    const unit = input.unit ? writable.find(u => u.id === input.unit) : writable[0]
    if (!unit) throw new Refused('Anda belum boleh menulis untuk kanal ini.')
    checkPlace(input, units)
    const content = contentFrom(input, files, null)
    const by = who.account!.id
    const id = await insertPublication(tx, {
      unitId: unit.id, kind: input.kind, slug: await freeSlug(tx, slugOf(content.title)), content, by,
      districtCode: districtOf(content.placeCode, unit.regionCode), pageOwner: input.page_owner, reviewOn: input.review_on,
    })
    await hands.files.keep(tx, filesOf(content))
    note({ record: ['publication', id], after: { title: content.title, unit: unit.name, kind: input.kind } })
    return goto(`/kerja/publikasi/${id}`, await proceed(context, tx, id, input.next))
  },
})

/** Changes the working copy; what the public sees stays until the change is published. */
export const editPage = page({
  path: '/kerja/publikasi/:id/ubah',
  offline: true,
  may: 'publications.write',
  form: publicationForm,
  files: publicationFiles,
  async load(context) {
    const publication = await readable(context, context.params.id!)
    return { publication, ...(await common(context, publication.unitId)) }
  },
  fill: ({ publication }) => ({ ...valuesOf(publication.content), kind: publication.kind, unit: publication.unitId, page_owner: publication.pageOwner, review_on: publication.reviewOn }),
  view({ data, fields, kept, who }) {
    const { publication } = data
    const subject = subjectOf(publication)
    return (
      <WorkLayout title={t('Ubah publikasi')} width="text" islands={['editor', 'drafts']} breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }, { label: publication.content.title, href: `/kerja/publikasi/${publication.id}` }]}>
        <PublicationForm {...data} writable={[]} fields={fields} kept={kept} stored={publication.content} version={publication.workingVersion}
          next={{ submit: may(who, 'submit', subject), publish: may(who, 'publish', subject) && publication.liveVersion === null }} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, files, hands, government, ask, note, params } = context
    const publication = await take(tx, who, params.id!, 'save', input.version)
    const units = await ask(unitDirectory).of(government.id)
    checkPlace(input, units)
    const content = contentFrom(input, files, publication.content)
    const by = who.account!.id
    const number = publication.workingVersion + 1
    await insertVersion(tx, publication.id, number, content, by, null)
    // A slug the public knows leads on after a change of title, so it only changes before the first publication.
    const slug = publication.liveVersion === null ? await freeSlug(tx, slugOf(content.title), publication.id) : publication.slug
    if (slug !== publication.slug) await keepRedirect(tx, `/berita/${publication.slug}`, publication.id)
    await step(tx, { ...publication, workingVersion: number }, 'save', by)
    await updatePublication(tx, publication.id, {
      working_version: number, title: content.title, kind: input.kind, slug,
      district_code: districtOf(content.placeCode, units.byId(publication.unitId)?.regionCode ?? null),
      page_owner: input.page_owner ?? publication.pageOwner, review_on: input.review_on,
    })
    if (input.page_owner && input.page_owner !== publication.pageOwner) await tell(tx, ownerChanged, { id: publication.id, unitId: publication.unitId })
    await hands.files.keep(tx, filesOf(content))
    note({ record: ['publication', publication.id], before: { ...publication.content }, after: { ...content } })
    return goto(`/kerja/publikasi/${publication.id}`, await proceed(context, tx, publication.id, input.next))
  },
})

/** Goes on right after saving, if the person may; otherwise the text stays saved and says so. */
async function proceed(context: Pick<Context, 'who' | 'hands' | 'ask' | 'db'>, tx: Tx, id: string, next: PublicationInput['next']): Promise<string> {
  await enterOfficeSearch(tx, id)
  const publication = (await workingById(tx, id, true))!
  const by = context.who.account!.id
  if (next === 'submit' && may(context.who, 'submit', subjectOf(publication))) {
    await step(tx, publication, 'submit', by)
    await tellReviewers(tx, context, publication)
    return 'Tersimpan dan dikirim untuk diperiksa.'
  }
  if (next === 'publish' && publication.liveVersion === null && may(context.who, 'publish', subjectOf(publication))) {
    await goLive(tx, context.hands, publication, by)
    return 'Tersimpan dan terbit.'
  }
  return 'Tersimpan sebagai konsep.'
}
