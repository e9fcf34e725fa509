/** Lines around a difference that show where it is. */
const CONTEXT = 2

/**
 * What has to change in `before` to get `after`, as lines that begin with `-`, `+` or a space; empty when they are the same.
 * For schemas of some thousand lines, most of them the same.
 */
export function diffLines(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  ) {
    tail++
  }
  if (head === old.length && head === now.length) return []
  const middle = align(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const same = (line: string) => `  ${line}`
  return withoutDistantLines([
    ...old.slice(Math.max(0, head - CONTEXT), head).map(same),
    ...middle,
    ...old.slice(old.length - tail, old.length - tail + CONTEXT).map(same),
  ])
}

/** The longest common subsequence, by the textbook. */
function align(old: readonly string[], now: readonly string[]): string[] {
  const width = now.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(`  ${old[i]}`)
      i++
      j++
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`- ${old[i++]}`)
    } else {
      lines.push(`+ ${now[j++]}`)
    }
  }
  return lines
}

function withoutDistantLines(lines: readonly string[]): string[] {
  const changed = (line: string | undefined) => line !== undefined && !line.startsWith('  ')
  const near = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(changed)
  return lines.flatMap((line, index) => {
    if (near(index)) return [line]
    return index > 0 && near(index - 1) ? ['  …'] : []
  })
}
