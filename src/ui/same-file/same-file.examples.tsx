import { fieldsOf } from '#platform/forms/fields.ts'
import { SameFile } from './same-file.tsx'

export const examples = {
  letter: () => <SameFile sha256={'0'.repeat(64)} same="Berkas ini sama persis dengan surat yang ditandatangani." different="Berkas ini tidak sama." label="Berkas PDF" fields={fieldsOf({})} />,
}
