/** "teamSize", "team-size" → "Team size": what a name means to people who were not told. */
export function sentence(name: string): string {
  const words = name
    .replace(/[_-]+/g, ' ')
    .replace(
      /([a-z\d])([A-Z])/g,
      (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
    )
  const capitals = words.replace(/\b(?:ai|api|id|url)\b/g, (word) => word.toUpperCase())
  return capitals.charAt(0).toUpperCase() + capitals.slice(1)
}
