import { Actions } from '../arrange/arrange.tsx'
import { Form } from '../form/form.tsx'
import { Button, ButtonLink } from './button.tsx'

export const examples = {
  links: () => <Actions><ButtonLink href="/surat/baru">Tulis surat</ButtonLink><ButtonLink href="/surat" kind="quiet">Semua surat</ButtonLink></Actions>,
  'in a form': () => (
    <Form submit="Simpan" actions={<><Button name="langkah" value="konsep">Simpan sebagai konsep</Button><Button kind="danger" name="langkah" value="hapus" about="surat ini">Hapus</Button><Button kind="plain">Batal</Button></>} />
  ),
}
