import { Badge } from '../badge/badge.tsx'
import { ButtonLink } from '../button/button.tsx'
import { DateTime } from '../date-time/date-time.tsx'
import { Thread } from './thread.tsx'

const at = new Date('2026-11-20T01:30:00Z')

export const examples = {
  dispositions: () => (
    <Thread label="Disposisi" items={[
      {
        id: 'd1', title: 'Bupati', facts: [<>H. Wiratmo Hadikusuma · <DateTime at={at} as="full" /></>, 'Batas waktu 25 November 2026'], body: <blockquote>Tindak lanjuti, siapkan jawaban</blockquote>, below: [
          {
            id: 'r1', title: 'Sekretaris Daerah', state: <Badge tone="info">Diteruskan</Badge>, facts: ['Penanggung jawab'], below: [
              { id: 'r2', title: 'Kepala Dinas Komunikasi dan Informatika', state: <Badge tone="bad">Terlambat 2 hari kerja</Badge>, facts: ['Dibaca 21 November 2026'], below: [
                { id: 'r4', title: 'Kepala Bidang Informasi dan Komunikasi Publik', state: <Badge>Belum dibaca</Badge>, actions: <ButtonLink href="#" kind="quiet">Tarik kembali</ButtonLink>, below: [] },
              ] },
            ],
          },
          { id: 'r3', title: 'Kepala Dinas Kesehatan', state: <Badge tone="good">Selesai</Badge>, body: <p>Data sudah dikirim ke BPS.</p>, below: [] },
        ],
      },
    ]} />
  ),
}
