import { Timeline } from './timeline.tsx'

export const examples = {
  letter: () => (
    <Timeline items={[
      { title: 'Surat diterima', at: new Date('2026-11-18T02:10:00Z'), who: 'Sekretariat' },
      { title: 'Disposisi Sekretaris Daerah', at: new Date('2026-11-19T01:00:00Z'), who: 'Sekda', body: <p>“Koordinasikan, siapkan jawaban.”</p> },
      { title: 'Menunggu jawaban Anda', state: 'now' },
      { title: 'Dikirim ke BPS', state: 'later' },
    ]} />
  ),
}
