import { NameList } from './name-list.tsx'

const names = ['Adiwerna', 'Balapulang', 'Bojong', 'Bumijawa', 'Dukuhturi', 'Dukuhwaru', 'Jatinegara', 'Kramat', 'Margasari']

export const examples = {
  districts: () => <NameList label="Kecamatan" items={names.map((label, i) => ({ label, href: `/wilayah/${label.toLowerCase()}`, note: `${10 + i} desa` }))} />,
}
