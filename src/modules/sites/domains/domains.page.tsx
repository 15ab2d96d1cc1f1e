import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Context, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { throttle } from '#platform/web/throttle.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { Button, Form, Section, TextField, WorkLayout } from '#ui/index.ts'
import { domainDirectory } from '../contract.ts'
import { announce } from '../lifecycle.ts'
import { siteCrumbs, siteHere, type SiteHere } from '../parts/here.ts'
import { settle } from './check.ts'
import { readDomain, type Finding } from './domain.ts'
import { DomainList } from './domain-list.tsx'
import { nameServers } from './name-servers.ts'
import { askArrival, askProof } from './records.ts'
import { deleteDomain, domainOf, domainsOf, insertDomain, type Domain } from './store.ts'

const steps = z.discriminatedUnion('step', [
  z.object({ step: z.literal('add'), host: z.string('Isi domain').trim().min(1, 'Isi domain').max(260, 'Paling banyak {max} huruf') }),
  z.object({ step: z.enum(['check', 'remove']), domain: z.uuid('Pilih dari daftar') }),
])
type Step = z.output<typeof steps>

/** What a look outside found, before anything is written. */
interface Looked {
  domain: Domain
  finding: Finding
  arrives: boolean | null
}

/** More than this is not one site any more. */
const mostDomains = 10

/** Domains of its own under which a site is shown, and the records that prove them. */
export const domainsPage = page({
  path: '/kerja/situs/:site/domain',
  may: 'sites.manage',
  form: steps,
  async load(context): Promise<SiteHere & { domains: Domain[]; portal: string }> {
    const here = await siteHere(context, 'manage')
    const [domains, portal] = await Promise.all([domainsOf(context.db, here.site.id), context.ask(governmentDirectory).hostOf(context.government.id)])
    return { ...here, domains, portal }
  },
  view({ data, fields }) {
    const { site, domains, portal } = data
    return (
      <WorkLayout title={t('Domain')} width="text" breadcrumbs={siteCrumbs(data)} lead={t('Situs ini selalu ada di {address}. Di sini Anda dapat menambahkan domain sendiri.', { address: `${site.slug}.${portal}` })}>
        <DomainList domains={domains} portal={portal} />
        <Section title={t('Tambah domain')}>
          <Form fields={fields} actions={<AddButton first={domains.length === 0} />}>
            <TextField field={fields('host')} label={t('Domain')} hint={t('Misalnya desa-kalisapu.desa.id')} required maxlength={253} spellcheck={false} />
          </Form>
        </Section>
      </WorkLayout>
    )
  },
  async before(context): Promise<Looked | null> {
    const { input, ask, db, hands, government } = context
    if (input.step !== 'check') return null
    const { site } = await siteHere(context, 'manage')
    const domain = await domainOf(db, site.id, input.domain)
    if (!domain) throw new NotFound()
    await throttle(db, hands.secret, `domain ${site.id}`, 30, 600)
    const config = ask(nameServers)
    const [finding, arrives] = await Promise.all([askProof(config, domain), askArrival(config, domain.host, await ask(governmentDirectory).hostOf(government.id))])
    return { domain, finding, arrives }
  },
  act,
})

const AddButton = ({ first }: { first: boolean }) => <Button kind={first ? 'primary' : 'quiet'} name="step" value="add">{t('Tambah domain')}</Button>

async function act(context: ActContext<Record<string, string>, Step, Looked | null>): Promise<Goto> {
  const { tx, who, input, prepared, note, government, now } = context
  const { site, unit } = await siteHere(context, 'manage')
  const here = `/kerja/situs/${unit.slug}/domain`
  if (input.step === 'add') {
    const host = await freeDomain(context, input.host)
    const others = await domainsOf(tx, site.id)
    if (others.length >= mostDomains) throw new Problem('host', 'Satu situs paling banyak punya {max} domain. Hapus yang tidak dipakai.', { max: mostDomains })
    if (!(await insertDomain(tx, site.id, host, who.account!.id))) throw new Problem('host', 'Domain ini sudah ada di daftar.')
    note({ record: ['site', site.id], after: { domain: host } })
    return goto(here, '{host} ditambahkan. Pasang catatan DNS di bawah, lalu tekan “Periksa sekarang”.', { host })
  }
  const domain = await domainOf(tx, site.id, input.domain, true)
  if (!domain) throw new NotFound()
  if (input.step === 'remove') {
    await deleteDomain(tx, domain.id)
    await announce(tx, government.id, unit.id)
    note({ record: ['site', site.id], before: { domain: domain.host } })
    return goto(here, '{host} dihapus dari situs ini.', { host: domain.host })
  }
  if (!prepared) throw new NotFound()
  const settled = await settle(tx, government.id, domain, prepared.finding, now)
  note({ record: ['site', site.id], after: { domain: domain.host, found: settled?.news === 'elsewhere' ? 'elsewhere' : prepared.finding } })
  if (settled?.news === 'elsewhere') return goto(here, 'Catatannya benar, tetapi {host} sudah dipakai situs lain. Lepas dahulu di sana.', { host: domain.host })
  if (prepared.finding !== 'verified') return goto(here, 'Sudah diperiksa. Bukti {host} belum ditemukan; lihat keterangannya di bawah.', { host: domain.host })
  if (prepared.arrives === false) return goto(here, '{host} terbukti, tetapi belum mengarah ke portal. Pasang juga catatan CNAME atau A.', { host: domain.host })
  return goto(here, '{host} terbukti. Situs dapat dibuka di sana.', { host: domain.host })
}

/** The domain as typed, when nobody else has it here; whose it is stays unsaid. */
async function freeDomain({ ask }: Pick<Context, 'ask'>, text: string): Promise<string> {
  const read = readDomain(text)
  if ('wrong' in read) throw new Problem('host', read.wrong)
  if (await ask(governmentDirectory).owning(read.host)) throw new Problem('host', 'Nama di bawah alamat portal sudah melayani situs dengan sendirinya. Tulis domain lain.')
  if (ask(domainDirectory).siteOf(read.host)) throw new Problem('host', 'Domain ini sudah dipakai sebuah situs. Lepas dahulu di sana.')
  return read.host
}
