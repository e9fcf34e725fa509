import { type RowEntry } from './rowEntries'

/** Whether a document that is as it was may be written nonetheless: something that it refers to may have come in. */
export const mayGoOn = ({ missing, state }: RowEntry, final: boolean): boolean =>
  missing.length > 0 && (final || state === '')
