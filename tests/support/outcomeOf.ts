/** What a caller learns from a call: that it worked, or the error with its status, code and words. Ids are left out. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work()
    return { worked: true }
  } catch (error) {
    if (!(error instanceof Error)) return { thrown: error }
    const withoutIds = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    const data: unknown = Reflect.get(error, 'data')
    return {
      status: Reflect.get(error, 'status'),
      code: Reflect.get(error, 'code'),
      name: error.name,
      words: withoutIds(error.message),
      cause: error.cause instanceof Error ? error.cause.message : undefined,
      data: withoutIds(JSON.stringify(data) ?? ''),
    }
  }
}
