import { oldFront, oldMenu, oldPages, type OldPage } from './wordpress-pages.ts'
import { oldHome, oldMedia, oldPosts, type OldPost } from './wordpress-posts.ts'

const DAY = 86_400_000
const hour7 = 7 * 3_600_000

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const stamp = (at: Date) => at.toISOString().slice(0, 19).replace('T', ' ')

function term(domain: 'category' | 'post_tag', name: string): string {
  return `\t\t<category domain="${domain}" nicename="${slug(name)}">${cdata(name)}</category>\n`
}

function dates(local: string): string {
  const instant = new Date(Date.parse(`${local.replace(' ', 'T')}Z`) - hour7)
  return `\t\t<pubDate>${instant.toUTCString().replace('GMT', '+0000')}</pubDate>\n`
    + `\t\t<wp:post_date>${cdata(local)}</wp:post_date>\n\t\t<wp:post_date_gmt>${cdata(stamp(instant))}</wp:post_date_gmt>\n`
    + `\t\t<wp:post_modified>${cdata(local)}</wp:post_modified>\n\t\t<wp:post_modified_gmt>${cdata(stamp(instant))}</wp:post_modified_gmt>\n`
}

const meta = (key: string, value: string) =>
  `\t\t<wp:postmeta>\n\t\t\t<wp:meta_key>${cdata(key)}</wp:meta_key>\n\t\t\t<wp:meta_value>${cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n`

function item(post: OldPost, now: Date): string {
  const local = post.date === 'future' ? `${stamp(new Date(now.getTime() + 20 * DAY)).slice(0, 10)} 07:30:00` : post.date
  const link = post.status === 'publish' ? `${oldHome}/${local.slice(0, 4)}/${local.slice(5, 7)}/${post.slug}/` : `${oldHome}/?p=${post.id}`
  return `\t<item>\n\t\t<title>${cdata(post.title)}</title>\n\t\t<link>${escape(link)}</link>\n`
    + dates(local)
    + `\t\t<dc:creator>${cdata(post.author ?? 'kecslawi')}</dc:creator>\n`
    + `\t\t<guid isPermaLink="false">${escape(`${oldHome}/?p=${post.id}`)}</guid>\n\t\t<description></description>\n`
    + `\t\t<content:encoded>${cdata(post.content)}</content:encoded>\n\t\t<excerpt:encoded>${cdata(post.excerpt ?? '')}</excerpt:encoded>\n`
    + `\t\t<wp:post_id>${post.id}</wp:post_id>\n\t\t<wp:comment_status>${cdata('closed')}</wp:comment_status>\n`
    + `\t\t<wp:ping_status>${cdata('closed')}</wp:ping_status>\n\t\t<wp:post_name>${cdata(post.slug)}</wp:post_name>\n`
    + `\t\t<wp:status>${cdata(post.status)}</wp:status>\n\t\t<wp:post_parent>0</wp:post_parent>\n\t\t<wp:menu_order>0</wp:menu_order>\n`
    + `\t\t<wp:post_type>${cdata('post')}</wp:post_type>\n\t\t<wp:post_password>${cdata('')}</wp:post_password>\n\t\t<wp:is_sticky>0</wp:is_sticky>\n`
    + (post.categories ?? []).map(name => term('category', name)).join('')
    + (post.tags ?? []).map(name => term('post_tag', name)).join('')
    + (post.thumbnail ? meta('_thumbnail_id', String(post.thumbnail)) : '')
    + '\t</item>\n'
}

function attachment(media: typeof oldMedia[number]): string {
  const local = `${media.url.match(/uploads\/(\d{4})\/(\d{2})/)!.slice(1).join('-')}-05 08:00:00`
  return `\t<item>\n\t\t<title>${cdata(media.title)}</title>\n\t\t<link>${escape(`${oldHome}/?attachment_id=${media.id}`)}</link>\n`
    + dates(local)
    + `\t\t<dc:creator>${cdata('kecslawi')}</dc:creator>\n\t\t<guid isPermaLink="false">${escape(media.url)}</guid>\n\t\t<description></description>\n`
    + `\t\t<content:encoded>${cdata('')}</content:encoded>\n\t\t<excerpt:encoded>${cdata('')}</excerpt:encoded>\n`
    + `\t\t<wp:post_id>${media.id}</wp:post_id>\n\t\t<wp:post_name>${cdata(media.title)}</wp:post_name>\n\t\t<wp:status>${cdata('inherit')}</wp:status>\n`
    + `\t\t<wp:post_parent>${media.parent}</wp:post_parent>\n\t\t<wp:menu_order>0</wp:menu_order>\n\t\t<wp:post_type>${cdata('attachment')}</wp:post_type>\n`
    + `\t\t<wp:attachment_url>${cdata(media.url)}</wp:attachment_url>\n`
    + (media.alt ? meta('_wp_attachment_image_alt', media.alt) : '')
    + '\t</item>\n'
}

const addressOf = ({ id, slug: name, parent, status }: OldPage): string => {
  if (id === oldFront) return `${oldHome}/`
  const above = oldPages.find(page => page.id === parent)
  return status === 'draft' ? `${oldHome}/?page_id=${id}` : `${above ? addressOf(above) : `${oldHome}/`}${name}/`
}

function page(one: OldPage): string {
  return `\t<item>\n\t\t<title>${cdata(one.title)}</title>\n\t\t<link>${escape(addressOf(one))}</link>\n`
    + dates('2018-11-01 08:00:00')
    + `\t\t<dc:creator>${cdata('kecslawi')}</dc:creator>\n\t\t<guid isPermaLink="false">${escape(`${oldHome}/?page_id=${one.id}`)}</guid>\n\t\t<description></description>\n`
    + `\t\t<content:encoded>${cdata(one.content)}</content:encoded>\n\t\t<excerpt:encoded>${cdata('')}</excerpt:encoded>\n`
    + `\t\t<wp:post_id>${one.id}</wp:post_id>\n\t\t<wp:post_name>${cdata(one.slug)}</wp:post_name>\n\t\t<wp:status>${cdata(one.status ?? 'publish')}</wp:status>\n`
    + `\t\t<wp:post_parent>${one.parent ?? 0}</wp:post_parent>\n\t\t<wp:menu_order>${one.order ?? 0}</wp:menu_order>\n\t\t<wp:post_type>${cdata('page')}</wp:post_type>\n`
    + `\t\t<wp:post_password>${cdata('')}</wp:post_password>\n\t\t<wp:is_sticky>0</wp:is_sticky>\n\t</item>\n`
}

function menuEntry({ id, to, label = '', under = 0 }: (typeof oldMenu)[number], index: number): string {
  const target = typeof to === 'number'
    ? meta('_menu_item_type', 'post_type') + meta('_menu_item_object_id', String(to)) + meta('_menu_item_object', 'page')
    : meta('_menu_item_type', 'custom') + meta('_menu_item_object_id', String(id)) + meta('_menu_item_object', 'custom') + meta('_menu_item_url', to)
  return `\t<item>\n\t\t<title>${cdata(label)}</title>\n\t\t<link>${escape(`${oldHome}/?p=${id}`)}</link>\n`
    + dates('2018-11-01 09:00:00')
    + `\t\t<wp:post_id>${id}</wp:post_id>\n\t\t<wp:status>${cdata('publish')}</wp:status>\n\t\t<wp:menu_order>${index + 1}</wp:menu_order>\n`
    + `\t\t<wp:post_type>${cdata('nav_menu_item')}</wp:post_type>\n\t\t<category domain="nav_menu" nicename="menu-utama">${cdata('Menu Utama')}</category>\n`
    + meta('_menu_item_menu_item_parent', String(under)) + target + '\t</item>\n'
}

/**
 * The export (WXR 1.2) of an invented old website of Kecamatan Slawi: 20 posts, 16 pages in a tree with their menu, 4
 * attachments whose files are gone, leftovers from Word, and one post into which somebody planted scripts. `now` dates
 * the scheduled post.
 */
export function oldSiteExport(now = new Date()): string {
  const categories = [...new Set(oldPosts.flatMap(post => post.categories ?? []))]
  const tags = [...new Set(oldPosts.flatMap(post => post.tags ?? []))]
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"\n\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n`
    + `\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n\txmlns:wfw="http://wellformedweb.org/CommentAPI/"\n`
    + `\txmlns:dc="http://purl.org/dc/elements/1.1/"\n\txmlns:wp="http://wordpress.org/export/1.2/">\n<channel>\n`
    + `\t<title>Kecamatan Slawi</title>\n\t<link>${oldHome}</link>\n\t<description>Situs lama Kecamatan Slawi (rekaan)</description>\n`
    + `\t<pubDate>${now.toUTCString().replace('GMT', '+0000')}</pubDate>\n\t<language>id</language>\n\t<wp:wxr_version>1.2</wp:wxr_version>\n`
    + `\t<wp:base_site_url>${oldHome}</wp:base_site_url>\n\t<wp:base_blog_url>${oldHome}</wp:base_blog_url>\n`
    + [['1', 'admin', 'Admin'], ['2', 'kecslawi', 'Kecamatan Slawi']].map(([id, login, name]) =>
      `\t<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${cdata(login!)}</wp:author_login>`
      + `<wp:author_email>${cdata(`${login}@tegalkab.example`)}</wp:author_email><wp:author_display_name>${cdata(name!)}</wp:author_display_name>`
      + `<wp:author_first_name>${cdata('')}</wp:author_first_name><wp:author_last_name>${cdata('')}</wp:author_last_name></wp:author>\n`).join('')
    + categories.map((name, i) => `\t<wp:category><wp:term_id>${i + 1}</wp:term_id><wp:category_nicename>${cdata(slug(name))}</wp:category_nicename>`
      + `<wp:category_parent>${cdata('')}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>\n`).join('')
    + tags.map((name, i) => `\t<wp:tag><wp:term_id>${i + 101}</wp:term_id><wp:tag_slug>${cdata(slug(name))}</wp:tag_slug>`
      + `<wp:tag_name>${cdata(name)}</wp:tag_name></wp:tag>\n`).join('')
    + '\t<generator>https://wordpress.org/?v=6.2</generator>\n'
    + `\t<wp:term><wp:term_id>201</wp:term_id><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>menu-utama</wp:term_slug><wp:term_name>${cdata('Menu Utama')}</wp:term_name></wp:term>\n`
    + oldPosts.map(post => item(post, now)).join('')
    + oldPages.map(page).join('')
    + oldMenu.map(menuEntry).join('')
    + oldMedia.map(attachment).join('')
    + '</channel>\n</rss>\n'
}
