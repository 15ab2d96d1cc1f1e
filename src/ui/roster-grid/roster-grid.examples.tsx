import { fieldsOf } from '#platform/forms/fields.ts'
import { Actions } from '../arrange/arrange.tsx'
import { SubmitButton } from '../button/button.tsx'
import { Form } from '../form/form.tsx'
import { RosterGrid, type RosterDay } from './roster-grid.tsx'

const weekdays = ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min']
const days: RosterDay[] = Array.from({ length: 30 }, (_, i) => ({ day: `2026-11-${String(i + 1).padStart(2, '0')}`, label: String(i + 1), weekday: weekdays[(i + 6) % 7]!, name: `${weekdays[(i + 6) % 7]} ${i + 1} November`, off: (i + 6) % 7 > 4, today: i === 20 }))
const cycle = ['P', 'P', 'S', 'S', 'M', 'M', '', '']
const names = ['Aisyah Mulyani, A.Md.Kep.', 'Budi Santosa', 'Citra Wibowo, S.Kep.']
const letterAt = (turn: number, i: number) => cycle[(turn * 2 + i) % 8]!

export const examples = {
  'to look at': () => (
    <RosterGrid caption="Jadwal jaga November 2026" days={days} letters={['P', 'S', 'M']} noteLabel="Jam"
      people={names.map((name, turn) => ({ id: name, name, note: '154 jam', cells: days.map((_, i) => ({ letter: letterAt(turn, i), warn: turn === 1 && i === 9 })) }))} />
  ),
  'to fill in': () => {
    const fields = fieldsOf(Object.fromEntries(names.flatMap((_, turn) => days.map(({ day }, i) => [`c-${turn}-${day}`, turn === 2 && i === 4 ? 'X' : letterAt(turn, i)]))), [{ name: 'c-2-2026-11-05', message: { text: 'Tulis angka saja' } }])
    return (
      <Form fields={fields} wide>
        <RosterGrid caption="Susun jadwal jaga November 2026" days={days} letters={['P', 'S', 'M']} noteLabel="Jam"
          people={names.map((name, turn) => ({ id: name, name, note: '154 jam', cells: days.map(({ day }) => ({ letter: '', field: fields(`c-${turn}-${day}`) })) }))}>
          <Actions><SubmitButton>Simpan</SubmitButton></Actions>
        </RosterGrid>
      </Form>
    )
  },
}
