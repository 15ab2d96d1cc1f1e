import { ButtonLink } from '../button/button.tsx'
import { Section } from '../section/section.tsx'
import { Stat } from '../stat/stat.tsx'
import { Actions, Columns, Grid, HiddenText, Muted, Stack } from './arrange.tsx'

export const examples = {
  columns: () => (
    <Columns aside={<Section title="Hari ini"><Stat value="94%" share={0.94}>aduan dijawab tepat waktu</Stat></Section>}>
      <Section title="Terbaru"><p>Isi utama halaman.</p></Section>
    </Columns>
  ),
  grid: () => <Grid><Stat value="41/48">perangkat daerah</Stat><Stat value="18">kecamatan</Stat><Stat value="287">desa dan kelurahan</Stat></Grid>,
  stack: () => (
    <Stack>
      <p>Yang pertama. <Muted>Dicatat oleh sekretariat.</Muted></p>
      <Actions><ButtonLink href="/surat/baru">Tulis surat</ButtonLink><ButtonLink href="/surat" kind="quiet">Semua surat<HiddenText> untuk Anda</HiddenText></ButtonLink></Actions>
    </Stack>
  ),
}
