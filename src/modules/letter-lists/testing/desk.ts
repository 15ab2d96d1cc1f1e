import type { TestGovernment } from '#app/testing/government.ts'
import type { Installation } from '#app/testing/installation.ts'
import { sheetDesk, words } from '#app/testing/sheet-desk.ts'
import type { Browser } from '#modules/identity/testing.ts'
import { listImport } from '../list-import.ts'
import { openBundleJob } from '../papers/open.ts'

export const base = '/kerja/surat/impor'

/** Somebody at the import's pages, with its papers too. */
export function importDesk(installation: Installation, place: TestGovernment, browser: Browser) {
  const desk = sheetDesk(installation, place, browser, { job: listImport.job, base, name: 'surat.csv' })
  return {
    ...desk,
    /** Uploads a ZIP and has it opened; answers its page. */
    async papers(zip: Buffer, name = 'surat.zip'): Promise<string> {
      const sent = await browser.upload(`${base}/berkas`, {}, [{ name: 'berkas', filename: name, body: zip }])
      if (sent.statusCode !== 303) throw new Error(words(sent.body))
      const at = sent.headers.location!.split('?')[0]!
      await openBundleJob.run(desk.here(), { bundle: desk.idOf(at) })
      return at
    },
  }
}
export type ImportDesk = ReturnType<typeof importDesk>
