import { CodeBlock } from './code-block.tsx'

export const examples = {
  address: () => <CodeBlock label="Alamat tetap">https://tegalkab.go.id/data/kunjungan-puskesmas/jelajah/0199?kel=kecamatan</CodeBlock>,
}
