import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { Button, Disclosure, FactList, Form, FormSection, HiddenField, Notice, RadioField, TextField, type Option } from '#ui/index.ts'
import { braced, type Placeholder } from '../pattern.ts'
import { home } from '../parts/here.ts'
import type { Scope } from './checking.ts'

interface PatternFormProps {
  fields: Fields
  scope: Scope
  /** The unit above, whose numbers may be used. */
  parent: Unit | null
  version: number
  /** Whether there is something to take away. */
  removable: boolean
  sample: string
}

/** What each part of a pattern prints. */
const meanings: Record<Placeholder, { meaning: string }> = {
  klasifikasi: { meaning: 'Kode klasifikasi arsip, misalnya 000.1.2.3' },
  urut: { meaning: 'Nomor urut; urut:3 mencetak paling sedikit tiga angka' },
  unit: { meaning: 'Kode unit pemilik buku' },
  kode: { meaning: 'Kode unit pembuat surat' },
  sifat: { meaning: 'Sifat surat: B, T, R, atau SR' },
  bulan: { meaning: 'Bulan dengan dua angka' },
  'bulan-romawi': { meaning: 'Bulan dengan angka Romawi' },
  tahun: { meaning: 'Tahun' },
}

/** The series a pattern of this place can draw from. */
function drawOptions({ unitId, kind }: Scope, parent: Unit | null): Option[] {
  const options: Option[] = [{ value: 'unit', label: kind ? t('Bersama surat lain unit itu') : t('Satu urutan untuk tiap unit'), hint: kind ? t('Nomor urut melanjutkan buku unit.') : t('Semua jenis surat unit bernomor urut bersama, kecuali yang diatur sendiri.') }]
  if (kind) options.push({ value: 'kind', label: t('Urutan sendiri untuk jenis ini'), hint: t('Polanya harus berbeda dari pola surat lain, misalnya memuat singkatan jenisnya.') })
  if (unitId && parent) options.push({ value: 'above', label: t('Memakai penomoran unit induk'), hint: t('Nomor diambil dari buku {unit}. Kosongkan pola untuk memakai pola unit itu juga.', { unit: parent.name }) })
  if (!unitId) options.push({ value: 'government', label: t('Satu urutan untuk seluruh pemerintah daerah'), hint: t('Misalnya keputusan kepala daerah.') })
  return options
}

/** The form of a pattern with a sample that follows what is typed. */
export function PatternForm({ fields, scope, parent, version, removable, sample }: PatternFormProps) {
  const source = `${home}/contoh?${new URLSearchParams({ ...(scope.unitId ? { unit: scope.unitId } : {}), ...(scope.kind ? { jenis: scope.kind } : {}) })}`
  return (
    <Form fields={fields} submit={t('Simpan')} actions={(
      <>
        <Button name="langkah" value="contoh">{t('Lihat contoh')}</Button>
        {removable && <Button kind="danger" name="langkah" value="hapus">{t('Hapus pola ini')}</Button>}
      </>
    )}>
      <HiddenField name="version" value={fields('version').value || String(version)} />
      <TextField field={fields('pola')} label={t('Pola')} hint={t('Yang di dalam kurung kurawal diisi dari suratnya; yang lain dicetak apa adanya.')} required={!parent} maxlength={80} spellcheck={false} autocomplete="off" />
      <Notice title={t('Contoh nomor berikutnya')} live><p data-number-sample={source}>{sample}</p></Notice>
      <Disclosure level={2} title={t('Isian yang dikenal')}><FactList facts={Object.entries(meanings).map(([name, { meaning }]) => ({ label: braced(name), value: t(meaning) }))} /></Disclosure>
      {scope.unitId && scope.kind === null && <TextField field={fields('kode')} label={t('Kode unit')} hint={t('Dicetak di nomor surat. Kosongkan untuk memakai singkatan nama unit.')} width="half" maxlength={30} spellcheck={false} autocomplete="off" />}
      <FormSection title={t('Nomor urut')}>
        <RadioField field={fields('seri')} label={t('Buku yang dipakai')} required options={drawOptions(scope, parent)} />
        <RadioField field={fields('ulang')} label={t('Kembali ke 1')} required options={[
          { value: 'year', label: t('Tiap tahun') },
          { value: 'month', label: t('Tiap bulan'), hint: t('Polanya harus memuat bulan. Jenis yang bernomor bersama unit mengikuti unitnya.') },
        ]} />
      </FormSection>
    </Form>
  )
}
