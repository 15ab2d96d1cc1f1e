import { Badge } from '../badge/badge.tsx'
import { Agenda } from './agenda.tsx'

const at = (day: number, hour: string) => new Date(`2026-11-${day}T${hour}:00+07:00`)

export const examples = {
  week: () => (
    <>
      <h2>23–29 November 2026</h2>
      <Agenda days={[
        {
          day: '2026-11-23', entries: [
            { id: 'rakor', title: 'Rapat koordinasi keterbukaan informasi triwulan IV', href: '#', from: at(23, '09:00'), until: at(23, '11:30'), place: 'Aula Diskominfo, Jl. dr. Soetomo No. 1', facts: ['Sekretariat Daerah · 005/1182/2026'], marks: <Badge tone="warn">Bentrok</Badge> },
            { id: 'daring', title: 'Sosialisasi pengarsipan dinamis', href: '#', from: at(23, '11:00'), place: <a href="#">rapat.contoh.go.id/arsip</a>, marks: <Badge tone="warn">Bentrok</Badge>, facts: ['Diteruskan kepada Kepala Bidang Informasi dan Komunikasi Publik'] },
          ],
        },
        { day: '2026-11-25', entries: [{ id: 'terbatas', title: 'Acara terbatas', from: at(25, '13:00'), until: at(25, '15:00') }, { id: 'batal', title: 'Gladi upacara', href: '#', from: at(25, '16:00'), until: at(25, '17:00'), off: true, marks: <Badge tone="bad">Dibatalkan</Badge> }] },
      ]} />
    </>
  ),
}
