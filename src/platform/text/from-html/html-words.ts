import type { ElementContent } from 'hast'

const CODE = /^\s*(?:(?:alert|eval|prompt|confirm|setTimeout|document\.write\w*|window\.\w+|jQuery|\$)\s*\(|(?:var|let|const)\s+\w+\s*=|function\s*\w*\s*\(|(?:document|window)\.\w+\s*[.=]|<\?php|@(?:import|media|font-face)\b|[\w .#>,:*-]{1,80}\{[^{}:]{1,60}:[^{}]{1,200}[;}])/
const DIGITS = { up: '⁰¹²³⁴⁵⁶⁷⁸⁹', down: '₀₁₂₃₄₅₆₇₈₉' }

/** Words that a script or a style sheet begins with; only a person can tell for certain. */
export const looksLikeCode = (words: string): boolean => CODE.test(words.slice(0, 400))

/** Digits raised or lowered as signs of their own: m², H₂O. */
export const shifted = (text: string, to: 'up' | 'down'): string => (/^\d{1,4}$/.test(text.trim()) ? text.trim().replace(/\d/g, digit => DIGITS[to][Number(digit)] ?? digit) : text)

/** The words of an element, line breaks kept. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('')
}
