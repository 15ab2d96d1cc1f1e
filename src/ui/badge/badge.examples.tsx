import { Badge, StateBadge, type StateWords } from './badge.tsx'

const states: StateWords<'draft' | 'sent'> = { draft: { label: 'Menu', tone: 'plain' }, sent: { label: 'Masuk', tone: 'good' } }

export const examples = {
  tones: () => (
    <ul>
      <li><Badge>Konsep</Badge></li>
      <li><Badge tone="info">Dikirim</Badge></li>
      <li><Badge tone="good">Selesai</Badge></li>
      <li><Badge tone="warn">Tenggat besok</Badge></li>
      <li><Badge tone="bad">Terlambat 1 hari</Badge></li>
    </ul>
  ),
  state: () => <p><StateBadge state="sent" states={states} /></p>,
}
