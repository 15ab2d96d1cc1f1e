export type {
  CoverMotif, DemoHoliday, DemoPerson, DemoPublication, DemoPublicationKind, DemoRole, DemoUnit, DemoUnitKind,
} from './types.ts'
export { withDates } from './dates.ts'
export { tegalAgencies } from './units-tegal.ts'
export { tegalDivisions, tegalPuskesmas } from './units-tegal-divisions.ts'
export { tegalSchools } from './units-tegal-schools.ts'
export { purbalinggaAgencies } from './units-purbalingga.ts'
export { jatengAgencies } from './units-jateng.ts'
export { jatengPeople, purbalinggaPeople, tegalPeople } from './people.ts'
export { jatengPublications, purbalinggaPublications, tegalPublications } from './publications.ts'
export { holidays } from './holidays.ts'
export { drawCover } from './cover.ts'
export { oldSiteExport } from './wordpress-site.ts'
