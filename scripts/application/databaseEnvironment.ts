import { join } from 'node:path'

import type { OpenDatabase } from '../postgres/openDatabase'
import { childEnvironment, payloadNodeOptions, readEnvironment } from '../support/environment'
import type { Credentials } from '../support/loadCredentials'
import { dataRoot } from '../support/projectPaths'

export type DatabaseEnvironmentOptions = { database: OpenDatabase; credentials: Credentials }

/** What any program that loads the Payload config needs. Settings that are given win. */
export function databaseEnvironment(options: DatabaseEnvironmentOptions): NodeJS.ProcessEnv {
  const { database, credentials } = options
  const urls = database.embedded
    ? { DATABASE_URL: database.runtimeUrl, DATABASE_OWNER_URL: database.ownerUrl }
    : {}
  return childEnvironment({
    ...urls,
    PAYLOAD_SECRET: readEnvironment('PAYLOAD_SECRET') ?? credentials.payloadSecret,
    CRON_SECRET: readEnvironment('CRON_SECRET') ?? credentials.cronSecret,
    PREVIEW_SECRET: readEnvironment('PREVIEW_SECRET') ?? credentials.previewSecret,
    // Absolute: the standalone server changes to its own folder, which every build replaces.
    MEDIA_DIR: readEnvironment('MEDIA_DIR') ?? join(dataRoot(), 'media'),
    OUTBOX_DIR: readEnvironment('OUTBOX_DIR') ?? join(dataRoot(), 'outbox'),
    NODE_OPTIONS: payloadNodeOptions,
  })
}
