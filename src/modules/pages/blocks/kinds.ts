import { admissions } from './admissions.tsx'
import type { BlockSpec } from './block.ts'
import { budget } from './budget.tsx'
import { contact } from './contact.tsx'
import { data } from './data.tsx'
import { documents } from './document-list.tsx'
import { facts } from './facts.tsx'
import { gallery } from './gallery.tsx'
import { hero } from './hero.tsx'
import { latest } from './latest.tsx'
import { links } from './link-list.tsx'
import { map } from './map.tsx'
import { officials } from './officials.tsx'
import { population } from './population.tsx'
import { potential } from './potential.tsx'
import { school } from './school.tsx'
import { services } from './services.tsx'
import { structure } from './structure.tsx'
import { text } from './text.tsx'
import { villages } from './villages.tsx'

/** All kinds of blocks, in the order of menus. */
export const blockSpecs: readonly BlockSpec[] = [hero, text, facts, latest, links, services, officials, structure, contact, map, documents, gallery, population, potential, budget, data, villages, school, admissions]

/** What is known about a kind. */
export const specOf = (kind: string): BlockSpec | undefined => blockSpecs.find(spec => spec.kind === kind)
