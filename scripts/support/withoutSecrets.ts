/** For tools that load the config and reach nothing: settings that are required and that they never use. */
export function withoutSecrets(): void {
  const unused = 'unused-by-this-tool-unused-by-this-tool'
  process.env.DATABASE_URL ??= 'postgres://unused@127.0.0.1:1/unused'
  process.env.PAYLOAD_SECRET ??= unused
  process.env.PREVIEW_SECRET ??= unused
  process.env.CRON_SECRET ??= unused
}
