/** How columns of NIK and KK are called. */
const privateHeading = /(?:^|[^a-z])(?:nik|no ?ktp|nomor ktp|nomor induk kependudukan|kartu keluarga|no ?kk|nkk)(?:$|[^a-z])/i

/** Whether a heading names a number of residents (NIK or KK). */
export const isPrivateHeading = (heading: string): boolean => privateHeading.test(heading.replace(/[\s._-]+/g, ' '))

/** Whether a text has the form of a NIK: sixteen digits whose seventh to twelfth are a day of birth. */
export function isLikeNik(text: string): boolean {
  const digits = text.replace(/[\s.'-]/g, '')
  if (!/^\d{16}$/.test(digits)) return false
  const [day, month] = [Number(digits.slice(6, 8)) % 40, Number(digits.slice(8, 10))]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && Number(digits.slice(0, 2)) >= 11
}
