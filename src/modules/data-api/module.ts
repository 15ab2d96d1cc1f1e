import type { Module } from '#platform/web/module.ts'
import { ckanRoutes, versionRoute } from './ckan/route.ts'
import { dcatRoutes } from './dcat/routes.ts'
import { ogcRoutes } from './ogc/routes.ts'
import { dataPackageRoute } from './package/route.ts'

export const dataApi: Module = {
  name: 'data-api',
  requires: ['organisation', 'api-keys', 'code-lists', 'datasets'],
  permissions: [],
  routes: [...ckanRoutes, versionRoute, ...dcatRoutes, dataPackageRoute, ...ogcRoutes],
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
