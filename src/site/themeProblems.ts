import { contrastRatio, READABLE, readableOn } from './contrast'
import { isHexColour } from './colour'
import type { ThemeSettings } from './buildPalette'

type ColourField = 'primary' | 'accent' | 'surface' | 'text'
export type ThemeProblem = { field: ColourField; message: string }

const COLOUR_FIELDS: ColourField[] = ['primary', 'accent', 'surface', 'text']

const spell = (ratio: number) => ratio.toFixed(1)

/** What keeps visitors from reading a site in these colours, each with the field where it can be mended. */
export const themeProblems = (theme: ThemeSettings): ThemeProblem[] => {
  const problems: ThemeProblem[] = COLOUR_FIELDS.filter(
    (field) => theme[field] && !isHexColour(theme[field]),
  ).map((field) => ({ field, message: 'Enter a colour as # and six digits, for example #1f5f5b.' }))
  if (problems.length > 0) return problems

  const { text, surface, primary } = theme
  if (text && surface) {
    const ratio = contrastRatio(text, surface)
    if (ratio < READABLE) {
      problems.push({
        field: 'text',
        message: `Text is hard to read on this background: contrast ${spell(ratio)}, needed is ${READABLE}. Choose a ${
          contrastRatio('#000000', surface) > contrastRatio('#ffffff', surface)
            ? 'darker'
            : 'lighter'
        } text colour.`,
      })
    }
  }
  if (primary && contrastRatio(readableOn(primary), primary) < READABLE) {
    problems.push({
      field: 'primary',
      message: 'Neither white nor dark text can be read on this colour.',
    })
  }
  return problems
}

/** Throws the first problem, for callers that must not go on with an unreadable theme. */
export const assertReadable = (theme: ThemeSettings): void => {
  const [problem] = themeProblems(theme)
  if (problem) throw new Error(`${problem.field}: ${problem.message}`)
}
