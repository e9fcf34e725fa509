/** Works through a list with so many at a time. The first error ends it, after the work that is under way. */
export async function inParallel<T>(
  list: readonly T[],
  limit: number,
  work: (entry: T) => Promise<void>,
): Promise<void> {
  const waiting = [...list]
  const worker = async () => {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      try {
        await work(entry)
      } catch (error) {
        waiting.length = 0
        throw error
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: limit }, worker))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
