import { Document } from './document.tsx'

export const examples = {
  shell: () => (
    <Document title="Kabupaten Tegal" description="Portal resmi" kind="bare" head={<meta property="og:title" content="Kabupaten Tegal" />}>
      <main class="wrap"><h1>Kabupaten Tegal</h1></main>
    </Document>
  ),
}
