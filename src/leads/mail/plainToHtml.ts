const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Plain text as HTML: paragraphs and line ends, and nothing that a visitor wrote becomes markup. */
export const plainToHtml = (text: string, locale = 'en'): string => `<!doctype html>
<html lang="${escape(locale)}"><body style="margin:0;font-family:system-ui,sans-serif;color:#1b1b1b">
<div style="max-width:38rem;padding:1.5rem;line-height:1.6">
${escape(text)
  .split(/\n{2,}/)
  .map((part) => `<p style="margin:0 0 1rem">${part.replaceAll('\n', '<br>')}</p>`)
  .join('\n')}
</div></body></html>`
