/** Years something spans, as lists of archives write them: `2024–2026`. */
export const yearsOf = ({ from, to }: { from: number | null; to: number | null }): string => (from === null || to === null ? '' : from === to ? String(from) : `${from}–${to}`)
