/** One line about what has been done. */
export type Report = (line: string) => void
