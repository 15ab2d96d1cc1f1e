import { fieldsOf } from '#platform/forms/fields.ts'
import { Form } from '../form/form.tsx'
import { CheckIn } from './check-in.tsx'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour - 7, 24))
const windows = [{ opensAt: at(6), middle: at(11), closesAt: at(21) }]

export const examples = {
  coming: () => <Form fields={fieldsOf({})}><CheckIn next="in" now={at(7)} windows={windows} /></Form>,
  going: () => <Form fields={fieldsOf({})}><CheckIn next="out" now={at(16)} windows={windows} /></Form>,
}
