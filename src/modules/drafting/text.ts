import type { DraftContent } from './contract.ts'

/** What a template left to be written, `[nama]`, and marks of a meeting the letter does not have; each once. */
export function missingIn({ subject, body, parts, annexes, meeting }: DraftContent): string[] {
  const found = [subject, body, ...Object.values(parts), ...annexes.flatMap(annex => [annex.title, annex.body])].flatMap(text => [
    // Not a link, nor a footnote, nor a box to tick.
    ...[...text.matchAll(/\[(\p{L}[^\][\n]{1,80})\](?!\()/gu)].map(([mark]) => mark.replaceAll('\\', '')),
    ...(meeting ? [] : [...text.matchAll(/\{(?:hari|tanggal|waktu|tempat|acara)\}/g)].map(([mark]) => mark)),
  ])
  return [...new Set(found)]
}

/** Whether nothing but the text of the letter differs: then those who agreed to the rest need not be asked again. */
export function onlyTextDiffers(before: DraftContent, after: DraftContent): boolean {
  const rest = ({ kind, classification, secrecy, urgency, addressees, signer, answersId }: DraftContent) =>
    JSON.stringify([kind, classification, secrecy, urgency, addressees.map(({ role, name, postId, unitId, email, address }) => [role, name, postId, unitId, email, address]), [signer.postId, signer.onBehalfOf, signer.through], answersId])
  return rest(before) === rest(after)
}
