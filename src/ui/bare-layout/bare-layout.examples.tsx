import { fieldsOf } from '#platform/forms/fields.ts'
import { ButtonLink } from '../button/button.tsx'
import { PasswordField, TextField } from '../field/field.tsx'
import { Form } from '../form/form.tsx'
import { BareLayout } from './bare-layout.tsx'

export const examples = {
  'sign in': () => {
    const f = fieldsOf({ user: '19800101' }, [{ name: '', message: { text: 'Nama pengguna atau kata sandi tidak cocok' } }])
    return (
      <BareLayout title="Masuk" lead="Untuk pegawai dan warga yang punya akun.">
        <Form fields={f} submit="Masuk">
          <TextField field={f('user')} label="NIP atau nama pengguna" autocomplete="username" required />
          <PasswordField field={f('sandi')} label="Kata sandi" required />
        </Form>
      </BareLayout>
    )
  },
  'not found': () => (
    <BareLayout title="Halaman ini tidak ada" lead="Mungkin sudah dipindah, atau alamatnya kurang satu huruf.">
      <p><ButtonLink href="/">Ke beranda</ButtonLink></p>
    </BareLayout>
  ),
}
