import { filled, type SentFile } from './httpContent'
import type { HttpActor } from './httpActors'
import { http } from './httpActors'
import type { Answer } from './httpRequest'

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_entity, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : decode(value)
}

function firstForm({ body }: Answer): string {
  const form = /<form[\s\S]*?<\/form>/.exec(body)?.[0]
  if (!form) throw new Error(`There is no form in ${body.slice(0, 200)}`)
  return form
}

/** Where the first form of a page is sent: empty for the page itself. */
export const actionIn = (answer: Answer): string =>
  attribute(/<form[^>]*>/.exec(firstForm(answer))?.[0] ?? '', 'action') ?? ''

/** What the first form of a page would send, by the names of its inputs: as it stands in the HTML. */
export function formIn(answer: Answer): Map<string, string> {
  const form = firstForm(answer)
  const inputs = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>(?:([^<]*)<\/textarea>)?/g)]
  return new Map(
    inputs.flatMap(([tag, text]) => {
      const name = attribute(tag, 'name')
      return name === undefined
        ? []
        : [[name, text === undefined ? (attribute(tag, 'value') ?? '') : decode(text)] as const]
    }),
  )
}

/** Sends a form as a browser without JavaScript does: to the page that it stands on. */
export function sendForm(
  visitor: HttpActor,
  path: string,
  inputs: ReadonlyMap<string, string>,
  files: Readonly<Record<string, readonly SentFile[]>> = {},
): Promise<Answer> {
  const body = filled(Object.fromEntries(inputs), files)
  const origin = `http://${visitor.host}:${http().port}`
  return visitor({ path, method: 'POST', body, headers: { origin, referer: `${origin}${path}` } })
}
