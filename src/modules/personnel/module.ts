import type { Module } from '#platform/web/module.ts'
import { belongings } from './belongings.ts'

export const personnel: Module = {
  name: 'personnel',
  requires: ['organisation', 'identity'],
  permissions: [
    { permission: 'personnel.read', label: 'Melihat data pegawai tanpa data pribadi' },
    { permission: 'personnel.manage', label: 'Mengelola data pegawai dan memeriksa usulan' },
    { permission: 'personnel.read-sensitive', label: 'Melihat NIK dan data pribadi pegawai' },
  ],
  routes: [],
  belongings,
  exports: { publications: [], datasets: [], indicators: [], evidence: [] },
}
