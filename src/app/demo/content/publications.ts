import { publicationsCulture } from './publications-culture.ts'
import { publicationsDigital } from './publications-digital.ts'
import { publicationsEconomy } from './publications-economy.ts'
import { publicationsEducation } from './publications-education.ts'
import { publicationsEnvironment } from './publications-environment.ts'
import { publicationsHealth } from './publications-health.ts'
import { publicationsServices } from './publications-services.ts'
import { publicationsSubdistricts } from './publications-subdistricts.ts'
import { publicationsVillagesNorth } from './publications-villages-north.ts'
import { publicationsVillagesSouth } from './publications-villages-south.ts'
import { publicationsWorks } from './publications-works.ts'
import type { DemoPublication } from './types.ts'

/** Everything that Kabupaten Tegal's channels publish in the demo. */
export const tegalPublications: DemoPublication[] = [
  ...publicationsWorks, ...publicationsHealth, ...publicationsEducation, ...publicationsServices, ...publicationsDigital,
  ...publicationsEconomy, ...publicationsEnvironment, ...publicationsCulture, ...publicationsSubdistricts,
  ...publicationsVillagesSouth, ...publicationsVillagesNorth,
]

export { publicationsJateng as jatengPublications } from './publications-jateng.ts'
export { publicationsPurbalingga as purbalinggaPublications } from './publications-purbalingga.ts'
