const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

export interface Letter {
  readonly heading: string
  readonly text: string
  readonly action: string
  readonly href: string
  readonly after: string
}

/** One look for every mail; plain enough for every client. */
export const letter = ({ heading, text, action, href, after }: Letter): string => `<!doctype html>
<html lang="en"><body style="margin:0;background:#f4f4f2;font-family:system-ui,sans-serif;color:#1b1b1b">
<div style="max-width:34rem;margin:0 auto;padding:2.5rem 1.5rem">
<h1 style="font-size:1.5rem;margin:0 0 1rem">${escape(heading)}</h1>
<p style="line-height:1.6">${escape(text)}</p>
<p style="margin:2rem 0"><a href="${escape(href)}" style="background:#1b1b1b;color:#fff;padding:.8rem 1.4rem;border-radius:.5rem;text-decoration:none">${escape(action)}</a></p>
<p style="line-height:1.6;color:#555;font-size:.9rem">${escape(after)}<br>${escape(href)}</p>
</div></body></html>`
