import type { Route } from '#platform/web/page.ts'
import { api } from './api/publications.ts'
import { aboutPages } from './about/about.page.tsx'
import { channelPage, channelsPage } from './channels/channels.page.tsx'
import { activityPage, silencePage } from './channels/silence.page.tsx'
import { workPage } from './desk/desk.page.tsx'
import { feeds } from './feeds/feeds.ts'
import { download, picture, plainFile } from './files/files.ts'
import { galleryPages } from './gallery/gallery.page.tsx'
import { homePage } from './home/home.page.tsx'
import { languageSwitch } from './language/switch.ts'
import { officeSearchPage } from './search/office.page.tsx'
import { offlinePage, serviceWorker } from './offline/offline.tsx'
import { searchPage } from './search/search.page.tsx'
import { notificationsPage } from './notifications/notifications.page.tsx'
import { robots, securityTxt, sitemap } from './sitemap/sitemap.ts'

/** Pages that draw on several modules, or on none. */
export const appRoutes: readonly Route[] = [homePage, searchPage, workPage, notificationsPage, officeSearchPage, ...aboutPages, ...galleryPages, languageSwitch, offlinePage, serviceWorker, picture, download, plainFile, sitemap, robots, securityTxt, channelsPage, ...feeds, channelPage, activityPage, silencePage, ...api]
