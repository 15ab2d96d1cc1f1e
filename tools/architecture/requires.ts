import { each, literal, propertyName, syntaxOf, type Node } from './syntax.ts'
import { moduleOf, type SourceFile } from './tree.ts'

/** `requires` of every module.ts; a module without a readable list is left out. */
export function requiresOf(files: SourceFile[]): Map<string, string[]> {
  const requires = new Map<string, string[]>()
  for (const file of files) {
    const noun = moduleOf(file.path)
    if (!noun || file.path !== `src/modules/${noun}/module.ts`) continue
    each(syntaxOf(file).program, (node) => {
      if (propertyName(node) !== 'requires' || requires.has(noun)) return
      const value = node.value as Node
      if (value.type !== 'ArrayExpression') return
      requires.set(noun, (value.elements as Node[]).map(literal).filter((name) => name !== undefined))
    })
  }
  return requires
}
