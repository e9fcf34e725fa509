/**
 * `node --conditions=production --import ./scripts/support/preload.mjs <script.ts>`: what `--import tsx` does, for scripts that load the Payload
 * config. tsx looks at each of the thousands of files that these libraries have, which takes longer than all else that a command does
 * at its start. Loaded before it, they are there already. Without one of them a script works as well, and begins later.
 */
await Promise.all([
  import('@payloadcms/db-postgres'),
  import('@payloadcms/db-postgres/drizzle/node-postgres'),
  import('@payloadcms/email-nodemailer'),
  import('@payloadcms/plugin-cloud-storage'),
  import('@payloadcms/plugin-form-builder'),
  import('@payloadcms/plugin-multi-tenant'),
  import('@payloadcms/plugin-multi-tenant/fields'),
  import('@payloadcms/richtext-lexical'),
  import('@payloadcms/storage-s3'),
  import('bson'),
  import('file-type'),
  import('next/headers.js'),
  import('parse5'),
  import('payload'),
  import('sharp'),
  import('yaml'),
  import('zod'),
])
await import('tsx')
