import { type Findings } from '../Findings'

/** A description out of a file's name: “team-photo_2.jpg” is “team photo 2”. Somebody has to look at it, and is told so. */
export function altOf(filename: string, findings: Findings): string {
  const stem = filename.replace(/\.[^.]*$/, '')
  const alt = stem.replace(/[-_.+\s]+/g, ' ').trim() || filename
  findings.note('alt', `is missing, and made from the name of the file: “${alt.slice(0, 60)}”`)
  return alt.slice(0, 300)
}
