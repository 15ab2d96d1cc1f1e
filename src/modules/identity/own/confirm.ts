import { beginAttempt } from '#platform/access/attempts.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { inside } from '../inside.ts'
import { limits } from '../limits.ts'
import { answerOf } from '../sign-in/settle.ts'

/**
 * Runs a step that asks for the password once more. Tries are counted, because an unlocked computer is a place
 * to guess at; a wrong password is said at `field`.
 */
export async function confirmed(context: Context, field: string, step: () => Promise<Response>): Promise<Awaited<ReturnType<typeof answerOf>>> {
  const { services } = context.ask(inside)
  const counter = { key: `own ${context.who.account!.id}`, patience: limits.attempts.device }
  const attempt = await beginAttempt(context.db, services.config.secret, [counter])
  const answer = await answerOf(await step())
  const code = answer.body.code
  if (!answer.ok && code === 'INVALID_PASSWORD') throw new Problem(field, 'Kata sandi tidak cocok.')
  await attempt.succeeded(counter)
  if (!answer.ok && code === 'SESSION_NOT_FRESH') throw new Problem(field, 'Anda masuk sudah agak lama. Keluar, masuk lagi, lalu ulangi.')
  if (!answer.ok) throw new Problem(field, 'Langkah ini tidak dapat diselesaikan. Muat ulang halaman, lalu coba lagi.')
  return answer
}
