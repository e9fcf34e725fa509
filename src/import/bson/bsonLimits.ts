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

/**
 * Measurements in a compressed bucket of a time series, of which a few bytes may claim any number. Servers put 1,000 into one unless
 * they are told otherwise (`timeseriesBucketMaxCount`).
 */
export const MAX_MEASUREMENTS = 100_000

/** Places in the columns of a compressed bucket, empty ones included: a million bytes of columns may have a thousand million. */
export const MAX_COLUMN_PLACES = 10_000_000
