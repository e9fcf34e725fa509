const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** How an old id of a usual type is kept, which is as canonical Extended JSON (src/import/bson/idText.ts); and as it is, for the others. */
export const oldIdTexts = (oldId: string): string[] => [
  oldId,
  JSON.stringify(oldId),
  ...(/^[0-9a-f]{24}$/i.test(oldId) ? [JSON.stringify({ $oid: oldId.toLowerCase() })] : []),
  ...(/^-?\d{1,19}$/.test(oldId) ? [JSON.stringify({ $numberLong: oldId })] : []),
  ...(UUID.test(oldId) ? [uuidText(oldId)] : []),
]

const uuidText = (uuid: string): string =>
  JSON.stringify({
    $binary: {
      base64: Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64'),
      subType: '04',
    },
  })
