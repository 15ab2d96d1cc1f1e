import type { Belongings } from '#platform/archive/belonging.ts'

/** What is on its way stays where it is worked on; confirmed names of regions belong to the dataset, which stays as well. */
export const belongings: Belongings = {
  leave: [],
  stay: { 'data_intake.upload': 'work in progress on the government’s catalogue', 'data_intake.region_name': 'belongs to the government’s catalogue' },
}
