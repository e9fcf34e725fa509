const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** A place in a document, as RFC 9535 writes it: `$.addresses[0]['post code']`. */
export const jsonPath = (steps: readonly (string | number)[]): string =>
  steps.reduce<string>((path, step) => path + segment(step), '$')

function segment(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  if (NAME.test(step)) return `.${step}`
  const quoted = JSON.stringify(step).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `['${quoted}']`
}
