import { t } from '#platform/i18n/locale.ts'
import { page, type Page } from '#platform/web/page.ts'
import { Prose, PublicLayout } from '#ui/index.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { texts } from './texts.ts'

const about = (path: string, title: string, text: keyof typeof texts): Page =>
  page({
    path,
    may: 'public',
    shows: ({ government }) => [`governments`, `government:${government.id}`],
    view: ({ language }) => (
      <PublicLayout title={t(title)} width="text">
        <Prose html={toHtml(texts[text][language])} />
      </PublicLayout>
    ),
  })

export const aboutPages: Page[] = [about('/aksesibilitas', 'Aksesibilitas', 'accessibility'), about('/privasi', 'Privasi', 'privacy'), about('/tentang-data', 'Tentang data', 'data')]
