const FORM = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

export interface Expanded {
  /** With its sign. */
  readonly whole: string
  readonly fraction: string
}

/** Digits before and after the point, without an exponent. Undefined for NaN and infinities. */
export function expandDecimal(text: string): Expanded | undefined {
  const match = FORM.exec(text)
  if (!match) return undefined
  const [, sign = '', before = '', after = '', exponent = '0'] = match
  const digits = before + after
  const point = before.length + Number(exponent)
  const whole =
    digits
      .slice(0, Math.max(point, 0))
      .padEnd(point, '0')
      .replace(/^0+(?=\d)/, '') || '0'
  const fraction = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)
  return { whole: sign + whole, fraction }
}
