import type { Module } from '#platform/web/module.ts'
import { banners } from '#modules/banners/module.ts'
import { identity } from '#modules/identity/module.ts'
import { imports } from '#modules/imports/module.ts'
import { organisation } from '#modules/organisation/module.ts'
import { pages } from '#modules/pages/module.ts'
import { personnel } from '#modules/personnel/module.ts'
import { publications } from '#modules/publications/module.ts'
import { reference } from '#modules/reference/module.ts'
import { siteHealth } from '#modules/site-health/module.ts'
import { sites } from '#modules/sites/module.ts'
import { staffLists } from '#modules/staff-lists/module.ts'
import { subscriptions } from '#modules/subscriptions/module.ts'
import { upkeep } from '#modules/upkeep/module.ts'
import { workforce } from '#modules/workforce/module.ts'

/** Every module, foundations first: a module comes after all that it requires. */
export const modules: readonly Module[] = [organisation, identity, reference, publications, pages, sites, imports, personnel, staffLists, workforce, subscriptions, upkeep, siteHealth, banners]
