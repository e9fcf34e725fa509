import { z } from 'zod'

const answer = z.object({
  copied: z.object({
    pages: z.array(
      z.object({
        from: z.string(),
        to: z.string().nullable(),
        title: z.string(),
        slug: z.string(),
      }),
    ),
    media: z.number(),
    reused: z.number(),
  }),
  left: z.array(
    z.object({ page: z.string(), title: z.string(), place: z.string(), reason: z.string() }),
  ),
})

type Answer = z.infer<typeof answer>

/** What the server says of a copy: what it would make, or has made. */
export interface Report {
  readonly pages: Answer['copied']['pages']
  readonly media: number
  readonly reused: number
  readonly left: Answer['left']
}

/** Reads the answer of `POST /api/pages/copy`. */
export function readReport(body: unknown): Report | undefined {
  const parsed = answer.safeParse(body)
  return parsed.success ? { ...parsed.data.copied, left: parsed.data.left } : undefined
}

/** “1 page”, “2 pages”. */
export const countOf = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`

/** “2 pages, 3 pictures or files, 1 picture or file that is there already”. */
export function describeReport({ pages, media, reused }: Report): string {
  const files = (n: number) => `${n} ${n === 1 ? 'picture or file' : 'pictures or files'}`
  return [
    countOf(pages.length, 'page'),
    media > 0 && files(media),
    reused > 0 && `${files(reused)} that ${reused === 1 ? 'is' : 'are'} there already`,
  ]
    .filter(Boolean)
    .join(', ')
}
