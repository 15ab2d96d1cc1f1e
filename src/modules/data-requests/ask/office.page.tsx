import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { Form, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { degrees } from '../grants.ts'
import { askAsUnit, meansOf } from '../lifecycle.ts'
import { degreeHints, degreeWords } from '../parts/words.ts'
import { aboutOf, aboutQuery, contentOf, degreeInput, howInputs, whatInputs } from './content.ts'
import { HowFields, WhatFields } from './fields.tsx'

/** An agency asks another one for data. */
export const officeAskPage = page({
  path: '/kerja/permintaan-data/baru',
  may: 'data-requests.ask',
  query: aboutQuery,
  form: z.object({ unit: z.uuid('Pilih perangkat daerah yang meminta'), ...whatInputs, legalBasis: line(3, 500, 'Sebutkan dasar hukumnya, misalnya Perpres 39/2019 atau tugas dalam perda'), degree: degreeInput, ...howInputs }),
  async load(context) {
    const about = await aboutOf(context)
    const reach = context.who.reach('data-requests.ask')
    const own = about.units.all.filter(unit => unit.kind !== 'government' && covers(reach, { unitId: unit.id }))
    return { about, own: own.toSorted((a, b) => Number(b.id === context.who.account?.unitId) - Number(a.id === context.who.account?.unitId)) }
  },
  fill: ({ own }) => ({ unit: own[0]?.id, form: 'online', degree: 'query' }),
  view: ({ data: { about, own }, fields }) => (
    <WorkLayout title={t('Minta data')} lead={t('Pemegang data wajib menjawab dalam hari kerja yang ditentukan; bila diam, permintaan naik dengan sendirinya.')} width="text" breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }]}>
      <Form fields={fields} submit={t('Kirim permintaan')}>
        <SelectField field={fields('unit')} label={t('Yang meminta')} required options={own.map(unit => ({ value: unit.id, label: unit.name }))} />
        <WhatFields fields={fields} {...about} />
        <TextField field={fields('legalBasis')} label={t('Dasar hukum')} required maxlength={500} />
        <RadioField field={fields('degree')} label={t('Seberapa banyak')} required hint={t('Mulailah dari yang paling sedikit yang cukup.')} options={degrees.map(value => ({ value, label: t(degreeWords[value]), hint: t(degreeHints[value]) }))} />
        <HowFields fields={fields} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, input, who, note } = context
    const about = await aboutOf({ ...context, db: tx })
    if (!covers(who.reach('data-requests.ask'), { unitId: input.unit })) throw new Problem('unit', 'Pilih perangkat daerah yang meminta')
    const content = contentOf(input, about, todayOf(context))
    if (content.holderUnitId === input.unit) throw new Problem(about.dataset ? '' : 'holder', 'Data ini dipegang perangkat daerah Anda sendiri.')
    const request = await askAsUnit(tx, meansOf(context), { ...content, unitId: input.unit, accountId: who.account!.id, legalBasis: input.legalBasis, degree: input.degree })
    note({ record: ['data-request', request.id], after: { code: request.code, unit: input.unit, holder: request.holderUnitId, degree: request.degree } })
    return goto(`/kerja/permintaan-data/${request.id}`, 'Permintaan dikirim. Pemegang data diberi tahu.')
  },
})
