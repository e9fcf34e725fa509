const CHUNK = 512

/**
 * The pieces from 0 to `count`, with commas between them. Adding texts to one another makes a tree of them in V8, some 150 bytes for
 * each, until somebody reads the text: for a list of a million numbers that was more than a gigabyte. Joining makes a flat one.
 */
export function joinPieces(count: number, piece: (index: number) => string): string {
  let chunk = ''
  if (count <= CHUNK) {
    for (let index = 0; index < count; index += 1) chunk += (index > 0 ? ',' : '') + piece(index)
    return chunk
  }
  const chunks: string[] = []
  for (let start = 0; start < count; start += CHUNK) {
    const pieces: string[] = []
    for (let index = start; index < Math.min(start + CHUNK, count); index += 1)
      pieces.push(piece(index))
    chunks.push(pieces.join(','))
  }
  return chunks.join(',')
}
