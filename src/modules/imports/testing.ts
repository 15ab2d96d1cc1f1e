/** A post of an export; what a test cares about is given. */
export interface ExportedPost {
  id: number
  title?: string
  slug?: string
  /** `2015-01-08 08:30:00`, taken as UTC. */
  date?: string
  status?: 'publish' | 'draft' | 'future' | 'private' | 'pending' | 'trash'
  type?: 'post' | 'page' | 'attachment'
  /** Path on the old site; else `/2015/01/<slug>/` for posts and `/<slug>/` for pages. */
  path?: string
  password?: string
  /** Rank among its siblings. */
  order?: number
  html?: string
  categories?: string[]
  /** Address of the file, for attachments. */
  file?: string
  alt?: string
  parent?: number
  cover?: number
}

/** An entry of the old site's menu: to a page by its id, or to an address. */
export interface ExportedEntry {
  id: number
  entry: { to: number | string; label?: string; under?: number }
}

const site = 'https://lama.example.go.id'

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const meta = (key: string, value: string) => `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`

function item({ id, title = `Rapat ${id}`, slug = `rapat-${id}`, date = '2015-01-08 08:30:00', status = 'publish', type = 'post', html = '<p>Rapat dihadiri seluruh camat di kabupaten ini.</p>', categories = ['Berita'], file, alt, parent, cover, order = 0, password = '', path = type === 'page' ? `/${slug}/` : `/2015/01/${slug}/` }: ExportedPost): string {
  return `<item><title>${cdata(title)}</title><link>${site}${path}</link><dc:creator>${cdata('admin')}</dc:creator>
    <content:encoded>${cdata(html)}</content:encoded><excerpt:encoded>${cdata('')}</excerpt:encoded><wp:post_id>${id}</wp:post_id>
    <wp:post_date>${cdata(date)}</wp:post_date><wp:post_date_gmt>${cdata(date)}</wp:post_date_gmt><wp:post_name>${cdata(slug)}</wp:post_name>
    <wp:status>${file ? 'inherit' : status}</wp:status><wp:post_type>${file ? 'attachment' : type}</wp:post_type><wp:post_parent>${parent ?? 0}</wp:post_parent>
    <wp:menu_order>${order}</wp:menu_order><wp:post_password>${cdata(password)}</wp:post_password>
    ${categories.map(name => `<category domain="category" nicename="${name.toLowerCase().replaceAll(' ', '-')}">${cdata(name)}</category>`).join('')}
    ${file ? `<wp:attachment_url>${file}</wp:attachment_url>` : ''}${alt ? meta('_wp_attachment_image_alt', alt) : ''}${cover ? meta('_thumbnail_id', String(cover)) : ''}</item>`
}

const menuEntry = ({ id, entry: { to, label = '', under = 0 } }: ExportedEntry): string => `<item><title>${cdata(label)}</title><wp:post_id>${id}</wp:post_id><wp:status>publish</wp:status><wp:post_type>nav_menu_item</wp:post_type>
  <wp:menu_order>${id}</wp:menu_order><category domain="nav_menu" nicename="menu-utama">${cdata('Menu utama')}</category>${meta('_menu_item_menu_item_parent', String(under))}
  ${typeof to === 'number' ? meta('_menu_item_type', 'post_type') + meta('_menu_item_object_id', String(to)) : meta('_menu_item_type', 'custom') + meta('_menu_item_url', to)}</item>`

/** A WordPress export of these posts, pages and entries of its menu, in whose order they stand there. */
export const anExport = (...items: (ExportedPost | ExportedEntry)[]): string => `<?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
  <channel><title>Situs lama</title><link>${site}</link><language>id</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>${site}</wp:base_site_url><wp:base_blog_url>${site}</wp:base_blog_url>
  ${items.map(one => ('entry' in one ? menuEntry(one) : item(one))).join('\n')}</channel></rss>`

/** An RSS feed of these items. */
export const aFeed = (...items: { id: string; title: string; html?: string; date?: string }[]): string => `<?xml version="1.0" encoding="UTF-8"?>
  <rss version="2.0"><channel><title>Umpan dinas</title><link>https://dinas.example.go.id/</link>
  ${items.map(({ id, title, html = '<p>Kabar dari dinas untuk warga kabupaten.</p>', date = 'Thu, 08 Jan 2015 08:30:00 +0000' }) => `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>https://dinas.example.go.id/${id}</link><pubDate>${date}</pubDate><description>${cdata(html)}</description></item>`).join('\n')}
  </channel></rss>`
