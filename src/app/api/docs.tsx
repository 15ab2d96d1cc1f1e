import { t } from '#platform/i18n/locale.ts'
import { describedAmong, openApi } from '#platform/web/openapi.ts'
import { page, resource, type Endpoint, type Route } from '#platform/web/page.ts'
import { DataTable, PublicLayout, Section } from '#ui/index.ts'

/** `/api/openapi.json` and `/api/docs`, made from the endpoints' own schemas. */
export function apiRoutes(routes: readonly Route[]): Route[] {
  const endpoints = routes.filter((route): route is Endpoint => route.kind === 'endpoint')
  return [
    resource({
      path: '/api/openapi.json',
      may: 'public',
      load: async ({ request, government }) => ({
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(openApi(routes, { title: `Pendopo · ${government.name}`, server: request.origin, version: '1.0.0' }), null, 2),
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    }),
    page({
      path: '/api/docs',
      may: 'public',
      view: () => (
        <PublicLayout title={t('Antarmuka untuk mesin')} lead={t('Semua alamat menjawab JSON. Uraian lengkapnya dalam OpenAPI 3.1.')} action={<a class="button quiet" href="/api/openapi.json">openapi.json</a>}>
          <Section title={t('Alamat')}>
            <DataTable caption={t('Alamat')} rows={[...endpoints, ...describedAmong(routes).map(one => ({ ...one, summary: one.about.summary }))]} rowKey={e => `${e.method} ${e.path}`} columns={[
              { label: t('Alamat'), main: true, cell: e => <code>{e.method} {e.path}</code> },
              { label: t('Guna'), cell: e => <span lang="en">{e.summary}</span> },
              { label: t('Siapa'), cell: e => (e.may === 'public' ? t('Semua orang') : t('Yang berwenang')) },
            ]} />
          </Section>
          <Section title={t('Umpan')}>
            <p>{t('Kabar terbaru juga tersedia sebagai umpan, untuk semua dan untuk tiap kanal:')} <a href="/feed.atom">Atom</a>, <a href="/feed.rss">RSS</a>, <a href="/feed.json">JSON Feed</a>.</p>
          </Section>
        </PublicLayout>
      ),
    }),
  ]
}
