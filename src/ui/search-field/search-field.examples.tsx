import { Form } from '../form/form.tsx'
import { SearchField } from './search-field.tsx'

export const examples = {
  plain: () => <Form method="get" action="/cari"><SearchField label="Cari berita" placeholder="Kata dalam judul atau isi" /></Form>,
  large: () => <Form method="get" action="/cari"><SearchField label="Cari di portal" size="large" value="KTP hilang" /></Form>,
}
