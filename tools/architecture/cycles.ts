/** One circle of each tangle in a graph, as the names along it; empty when there is none. */
export function cyclesOf(graph: Map<string, string[]>): string[][] {
  const cycles: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const visit = (name: string): void => {
    if (done.has(name)) return
    const at = way.indexOf(name)
    if (at >= 0) {
      cycles.push(way.slice(at))
      return
    }
    way.push(name)
    for (const next of graph.get(name) ?? []) if (next !== name) visit(next)
    way.pop()
    done.add(name)
  }
  for (const name of [...graph.keys()].sort()) visit(name)
  return cycles
}
