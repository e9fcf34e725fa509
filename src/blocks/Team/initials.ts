/** “Ada King Lovelace” → “AL” */
export const initials = (name: string | null | undefined) => {
  const words = (name ?? '').split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
