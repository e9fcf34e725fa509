import { z } from 'zod'

/** What was found of each document of the source. Every one counts once. */
export const FINDINGS = [
  /** Here, and as it is in the source. */
  'equal',
  /** Somebody changed it here since it came in. */
  'changedHere',
  /** A later import wrote it. */
  'later',
  /** A space that was here before stands for it. */
  'adopted',
  /** In the reject file of the import. */
  'rejected',
  /** Of a collection that the map leaves behind. */
  'left',
  /** Of another space than the one that was asked for. */
  'elsewhere',
  /** Here, and other than in the source. */
  'different',
  /** Not here. */
  'missing',
] as const

export type Finding = (typeof FINDINGS)[number]

const countsSchema = z.object({
  collection: z.string(),
  /** The slug; `-` where nobody knows whose a document is. */
  tenant: z.string(),
  source: z.number(),
  findings: z.partialRecord(z.enum(FINDINGS), z.number()),
})

export type CollectionCounts = z.infer<typeof countsSchema>

export const DIFFERENCE_KINDS = [
  /** It is not here, and nothing says why. */
  'missing',
  /** It is other than in the source. */
  'content',
  /** What no rule maps of it is other than in the source. */
  'rest',
  /** It refers to something that is not here, or not in its space. */
  'reference',
  /** The file of a medium is not in the storage, or another. */
  'file',
  /** The map of ids and the rows do not belong together. */
  'orphan',
  /** The import made it, and the source does not have it. */
  'extra',
  /** Two documents became one row. */
  'clash',
  /** The import counted other documents than the source has. */
  'count',
] as const

export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

const differenceSchema = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  collection: z.string(),
  tenant: z.string(),
  /** The old id. */
  id: z.string(),
  path: z.string(),
  expected: z.string(),
  found: z.string(),
})

export type Difference = z.infer<typeof differenceSchema>

const placeSchema = z.object({
  collection: z.string(),
  tenant: z.string(),
  id: z.string(),
  reason: z.string(),
})

/** A document, and what is to be said of it. */
export type Remark = z.infer<typeof placeSchema>

export const remarkListSchema = z.object({
  count: z.number(),
  /** By collection. */
  counts: z.array(z.object({ name: z.string(), count: z.number() })),
  /** The first of them. */
  first: z.array(placeSchema),
})

export type RemarkList = z.infer<typeof remarkListSchema>

/** What a comparison of an import with its source found. */
export const verificationSchema = z.object({
  version: z.literal(1),
  import: z.string(),
  source: z.string(),
  at: z.string(),
  seconds: z.number(),
  /** Whether the files are those that were imported: names and sizes. */
  sameFiles: z.boolean(),
  /** Nothing is different. */
  ok: z.boolean(),
  collections: z.array(countsSchema),
  differences: z.object({
    count: z.number(),
    byKind: z.partialRecord(z.enum(DIFFERENCE_KINDS), z.number()),
    first: z.array(differenceSchema),
  }),
  /** Changed here since: no difference, somebody works with it. */
  changedHere: remarkListSchema,
  /** Published in the source, and drafts here, as they cannot be published: the notes of the import say why. */
  drafts: remarkListSchema,
  references: z.object({ count: z.number(), dangling: remarkListSchema }),
  /** Of earlier imports, and not in this source any more. */
  disappeared: remarkListSchema,
  /** What is to be known of the comparison itself. */
  notes: z.array(z.string()),
})

export type Verification = z.infer<typeof verificationSchema>
