import type { PdfFile } from './file.ts'
import { UnreadablePdf } from './reading.ts'
import type { Update } from './update.ts'
import { Name, Ref, dict, textOf, textString, type Dict, type PdfValue } from './values.ts'

const most = 10_000

/** The form fields that sign, in the order of the form. */
export function signatureFields(file: PdfFile): Dict[] {
  const root = file.dictOf(file.trailer.get('Root'))
  const found: Dict[] = []
  const seen = new Set<PdfValue>()
  const walk = (value: PdfValue | undefined, kind: PdfValue | undefined, depth: number) => {
    const field = file.dictOf(value)
    if (!field || seen.has(field) || depth > 20 || seen.size > most) return
    seen.add(field)
    const own = file.follow(field.get('FT')) ?? kind
    if (own instanceof Name && own.text === 'Sig' && field.has('V')) found.push(field)
    const kids = file.follow(field.get('Kids'))
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, own, depth + 1)
  }
  const fields = file.follow(file.dictOf(root?.get('AcroForm'))?.get('Fields'))
  if (Array.isArray(fields)) for (const field of fields) walk(field, undefined, 0)
  return found
}

/** The pointer to a page, counted from 1. @throws UnreadablePdf when there is no such page */
export function pageAt(file: PdfFile, wanted: number): Ref {
  let left = wanted
  let visited = 0
  const walk = (value: PdfValue, depth: number): Ref | undefined => {
    const node = file.dictOf(value)
    if (!node || depth > 50 || visited++ > 100_000) return undefined
    const kids = file.follow(node.get('Kids'))
    if (!Array.isArray(kids)) return value instanceof Ref && --left === 0 ? value : undefined
    for (const kid of kids) {
      const found = walk(kid, depth + 1)
      if (found) return found
    }
    return undefined
  }
  const page = walk(file.dictOf(file.trailer.get('Root'))?.get('Pages') ?? null, 0)
  if (!page) throw new UnreadablePdf(`no page ${wanted}`)
  return page
}

/** Puts a signature into a new field on a page; without an appearance nobody sees it. */
export function addSignatureField(update: Update, to: { page: number; signature: Ref; rect?: number[]; appearance?: Ref }): void {
  const { file } = update
  const rootRef = file.trailer.get('Root')
  if (!(rootRef instanceof Ref)) throw new UnreadablePdf('no catalogue')
  const page = pageAt(file, to.page)
  const taken = new Set(signatureFields(file).map(field => textOf(file.follow(field.get('T')))))
  let number = taken.size + 1
  while (taken.has(`Signature${number}`)) number++
  const field = update.add(
    dict({
      Type: new Name('Annot'), Subtype: new Name('Widget'), FT: new Name('Sig'), T: textString(`Signature${number}`), V: to.signature, P: page,
      // Printed and locked; PDF/A wants nothing hidden.
      F: 132, Rect: to.appearance ? to.rect : [0, 0, 0, 0], AP: to.appearance && dict({ N: to.appearance }),
    }),
  )

  const pageDict = update.copyOf(page)
  append(update, page, pageDict, 'Annots', field)

  const root = update.copyOf(rootRef)
  const formRef = root.get('AcroForm')
  const form: Dict = new Map(file.dictOf(formRef) ?? [])
  form.set('SigFlags', 3)
  if (formRef instanceof Ref) {
    append(update, formRef, form, 'Fields', field)
    update.set(formRef, form)
  } else {
    root.set('AcroForm', form)
    append(update, rootRef, form, 'Fields', field, root)
  }
}

/** Appends to a list within a dictionary, wherever the list is kept. */
function append(update: Update, owner: Ref, holder: Dict, name: string, value: PdfValue, whole: Dict = holder): void {
  const list = holder.get(name)
  const items = update.file.follow(list)
  const longer = [...(Array.isArray(items) ? items : []), value]
  if (list instanceof Ref && Array.isArray(items)) {
    update.set(list, longer)
    if (whole !== holder) update.set(owner, whole)
  } else {
    holder.set(name, longer)
    update.set(owner, whole)
  }
}
