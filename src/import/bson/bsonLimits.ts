/** What a MongoDB server takes: 16 MiB for a document, and 16 KiB around it for its own (an entry of the oplog). */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024 + 16 * 1024

/** The empty document: its length and its final zero. */
export const MIN_DOCUMENT_BYTES = 5

/**
 * A server stores 100 levels and handles 200 internally. Deeper ones are forged, and would end in a stack overflow here or in
 * PostgreSQL: its JSON parser (16, with the default `max_stack_depth` of 2 MB) takes 10,000 levels and refuses 20,000.
 */
export const MAX_DEPTH = 200

/** A document in JSON: numbers of canonical Extended JSON take up to three times their bytes in BSON, and people indent. */
export const MAX_JSON_BYTES = 64 * 1024 * 1024

/**
 * Values in a document. A list of nulls that fills 16 MiB has 1,900,000, as its keys are written out; more are forged, from names
 * without a letter say, and would take gigabytes once they are objects.
 */
export const MAX_VALUES = 2_000_000
