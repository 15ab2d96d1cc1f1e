import type { Government } from '#platform/access/government.ts'
import type { Tx } from '#platform/db/database.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import { linkLetter } from '#platform/mail/link-letter.ts'
import { mail } from '#platform/mail/mail.ts'
import { citizenOf, rememberLetter, type Citizen } from './citizens.ts'
import { stateWords } from './parts/words.ts'
import type { Request } from './store.ts'

/** What writing to a citizen needs around it. */
export interface Post {
  government: Government
  jobs: Jobs
  secret: string
}

/** Asks the holder of the mailbox whether they meant it; before that nobody is asked for anything. */
export async function sendConfirmation(tx: Tx, { government, jobs }: Post, citizen: Omit<Citizen, 'token' | 'confirmedAt'>, request: Request, token: string): Promise<void> {
  const letter = linkLetter(government, citizen.email, citizen.language, () => ({
    subject: t('Konfirmasi permintaan data {code}', { code: request.code }),
    lines: [t('Seseorang, semoga Anda sendiri, meminta data kepada {name} dengan alamat ini: {subject}.', { name: government.name, subject: request.subject })],
    link: { href: `${citizen.origin}/data/permintaan/konfirmasi/${token}`, label: t('Ya, kirim permintaan ini') },
    end: t('Tautan berlaku tujuh hari. Bila bukan Anda yang meminta, abaikan surat ini: permintaannya tidak diproses, dan alamat Anda dihapus.'),
  }))
  await rememberLetter(tx, request.id, await mail(tx, jobs, government.id, letter))
}

/** Tells a citizen how their request stands now; nothing when an agency asked, or the citizen was forgotten. */
export async function tellCitizen(tx: Tx, { government, jobs, secret }: Post, request: Request): Promise<void> {
  const citizen = request.asker === 'citizen' ? await citizenOf(tx, secret, request.id) : null
  if (!citizen?.confirmedAt) return
  const waits = request.state === 'waiting' || request.state === 'contested'
  const letter = linkLetter(government, citizen.email, citizen.language, () => ({
    subject: t('Permintaan data {code}: {state}', { code: request.code, state: t(stateWords[request.state].label) }),
    lines: [
      request.subject,
      ...(waits && request.dueOn ? [t('Dijawab paling lambat {date}.', { date: longDate(request.dueOn) })] : []),
      ...(!waits && request.explanation ? [request.explanation] : []),
    ],
    link: { href: `${citizen.origin}/data/permintaan/milik/${citizen.token}`, label: t('Lihat permintaan Anda') },
    end: t('Tautan ini hanya untuk Anda. Di sana Anda juga dapat menarik permintaan dan menghapus data diri.'),
  }))
  await rememberLetter(tx, request.id, await mail(tx, jobs, government.id, letter))
}
