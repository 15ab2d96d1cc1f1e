import { z } from 'zod'
import { optionalDay } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, Button, ButtonLink, DataTable, DateField, DateTime, Diff, Form, HiddenField, Notice, Section, StateBadge, TextArea, Timeline, WorkLayout } from '#ui/index.ts'
import { isPublished } from '../concept.ts'
import { conceptUses } from '../contract.ts'
import { establish, retire, review, sendBack, withdraw } from '../lifecycle.ts'
import { listToday, meansOf, standardHere, take } from '../parts/here.ts'
import { asLines, StandardFacts } from '../parts/standard-facts.tsx'
import { eventWords, stateWords } from '../parts/words.ts'
import { may, maySee, ownWork } from '../policy.ts'
import { stepsOf, versionsOf } from '../store.ts'

/** One version inside: what it says, what it changes, what can be done, what happened. */
export const showPage = page({
  path: '/kerja/standar-data/:id',
  may: 'standards.propose',
  form: z.object({
    step: z.enum(['review', 'return', 'establish', 'withdraw', 'retire'], 'Pilih langkah'),
    remarks: z.string().trim().max(1000, 'Paling banyak {max} huruf').default(''),
    day: optionalDay(),
    version: z.coerce.number().int().optional(),
  }),
  async load(context) {
    const { db, who, ask, government } = context
    const standard = await standardHere(context, context.params.id!)
    const [versions, steps, themes, units] = await Promise.all([versionsOf(db, standard.slug), stepsOf(db, standard.id), listToday(context, 'tema-data'), ask(unitDirectory).of(government.id)])
    const [names, uses] = await Promise.all([ask(people).named(db, steps.flatMap(step => step.by ?? [])), ask(conceptUses).of(db, versions.map(({ id }) => id), 20)])
    return { standard, versions: versions.filter(one => maySee(who, one)), steps, themes, units, names, uses }
  },
  fill: (_data, context) => ({ day: todayOf(context) }),
  view({ data: { standard, versions, steps, themes, units, names, uses }, who, fields }) {
    const valid = versions.find(({ state }) => state === 'valid')
    const before = versions.find(({ version }) => version < standard.version)
    const hindrance = ownWork(who, standard)
    return (
      <WorkLayout title={standard.name} lead={<><StateBadge state={standard.state} states={stateWords} /> {t('Versi {n}', { n: standard.version })}</>} breadcrumbs={[{ label: t('Standar data'), href: '/kerja/standar-data' }]}
        action={<Actions>
          {may(who, 'save', standard) && <ButtonLink kind="quiet" href={`/kerja/standar-data/${standard.id}/ubah`}>{t('Ubah')}</ButtonLink>}
          {standard.state === 'valid' && <ButtonLink kind="quiet" href={`/kerja/standar-data/usul?dari=${standard.slug}`}>{t('Usulkan versi baru')}</ButtonLink>}
          {isPublished(standard.state) && <ButtonLink kind="quiet" href={`/data/standar/${standard.slug}${standard.state === 'valid' ? '' : `?versi=${standard.version}`}`}>{t('Lihat halaman publik')}</ButtonLink>}
        </Actions>}>
        {standard.state === 'returned' && steps.find(step => step.event === 'return') && <Notice tone="warn" title={t('Dikembalikan dengan catatan')}><p>{steps.find(step => step.event === 'return')!.remarks}</p></Notice>}
        {hindrance && <Notice><p>{t(hindrance)}</p></Notice>}
        <StandardFacts standard={standard} themes={themes} more={[
          { label: t('Diusulkan oleh'), value: units.byId(standard.unitId ?? '')?.name },
          { label: t('Berlaku sejak'), value: standard.validFrom && <DateTime at={standard.validFrom} /> },
          { label: t('Sampai sebelum'), value: standard.validTo && <DateTime at={standard.validTo} /> },
          { label: t('Mengapa versi baru'), value: standard.reason },
        ]} />
        {before && <Section title={t('Perubahan dari versi {n}', { n: before.version })}><Diff before={asLines(before)} after={asLines(standard)} /></Section>}
        {(['review', 'establish', 'return', 'retire', 'withdraw'] as const).some(event => may(who, event, standard)) && (
          <Section title={t('Langkah berikutnya')}>
            <Form fields={fields} actions={(
              <>
                {may(who, 'review', standard) && <Button kind="primary" name="step" value="review">{t('Sesuai, teruskan')}</Button>}
                {may(who, 'establish', standard) && <Button kind="primary" name="step" value="establish">{valid ? t('Tetapkan sebagai pengganti') : t('Tetapkan')}</Button>}
                {may(who, 'return', standard) && <Button name="step" value="return">{t('Kembalikan dengan catatan')}</Button>}
                {may(who, 'retire', standard) && <Button kind="danger" name="step" value="retire">{t('Cabut')}</Button>}
                {may(who, 'withdraw', standard) && <Button kind="danger" name="step" value="withdraw">{t('Tarik usulan')}</Button>}
              </>
            )}>
              <HiddenField name="version" value={fields('version').value || String(standard.stamp)} />
              {may(who, 'establish', standard) && <DateField field={fields('day')} label={t('Berlaku sejak')} required />}
              {(may(who, 'return', standard) || may(who, 'retire', standard)) && (
                <TextArea field={fields('remarks')} label={standard.state === 'valid' ? t('Alasan pencabutan') : t('Catatan bila dikembalikan')} rows={3} maxlength={1000} />
              )}
            </Form>
          </Section>
        )}
        {uses.length > 0 && (
          <Section title={t('Dipakai oleh')}>
            <DataTable caption={t('Dipakai oleh')} rows={uses} rowKey={use => use.href} columns={[
              { label: t('Dataset'), main: true, cell: use => <a href={use.href}>{use.title}</a> },
              { label: t('Versi'), numeric: true, cell: use => versions.find(({ id }) => id === use.conceptId)?.version },
            ]} />
          </Section>
        )}
        {versions.length > 1 && (
          <Section title={t('Semua versi')}>
            <DataTable caption={t('Semua versi')} rows={versions} rowKey={one => one.id} columns={[
              { label: t('Versi'), main: true, cell: one => (one.id === standard.id ? t('Versi {n}', { n: one.version }) : <a href={`/kerja/standar-data/${one.id}`}>{t('Versi {n}', { n: one.version })}</a>) },
              { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={stateWords} /> },
              { label: t('Berlaku sejak'), cell: one => one.validFrom && <DateTime at={one.validFrom} /> },
            ]} />
          </Section>
        )}
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(step => ({ title: t(eventWords[step.event]), at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: step.remarks }))} />
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const by = who.account!.id
    const standard = await take(tx, who, params.id!, input.step, input.version)
    const means = meansOf(context)
    const here = `/kerja/standar-data/${standard.id}`
    const today = todayOf(context)
    const needed = (text: string) => {
      if (input.remarks.length < 10) throw new Problem('remarks', text)
    }
    note({ record: ['standard', standard.id], before: { state: standard.state }, after: { step: input.step, ...(input.step === 'establish' ? { validFrom: input.day } : {}), ...(input.remarks ? { remarks: input.remarks } : {}) } })
    if (input.step === 'review') {
      await review(tx, standard, by)
      return goto(here, 'Usulan sesuai dan menunggu ditetapkan.')
    }
    if (input.step === 'return') {
      needed('Tulis apa yang perlu diperbaiki, paling sedikit 10 huruf.')
      await sendBack(tx, standard, input.remarks, by)
      return goto(here, 'Usulan dikembalikan; pengusulnya diberi tahu.')
    }
    if (input.step === 'establish') {
      if (!input.day) throw new Problem('day', 'Isi sejak kapan standar ini berlaku.')
      if (input.day > today) throw new Problem('day', 'Hari itu belum tiba. Tetapkan pada harinya.')
      await establish(tx, means, standard, input.day, by)
      return goto(here, 'Standar data ditetapkan dan terlihat publik.')
    }
    if (input.step === 'retire') {
      needed('Tulis alasan pencabutan, paling sedikit 10 huruf.')
      await retire(tx, means, standard, input.remarks, today, by)
      return goto(here, 'Standar data dicabut.')
    }
    await withdraw(tx, standard, by)
    return goto(here, 'Usulan ditarik.')
  },
})
