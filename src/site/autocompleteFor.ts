// Matched against the name of a field without its separators, the more particular first.
const TOKENS: [RegExp, string][] = [
  [/^(first|given|fore)name$|^vorname$/, 'given-name'],
  [/^(last|family|sur)name$|^nachname$/, 'family-name'],
  [/^(full|your|contact)?name$/, 'name'],
  [/e?mail/, 'email'],
  [/phone|mobile|^tel|telefon/, 'tel'],
  [/^(company|organi[sz]ation|business|firma)(name)?$/, 'organization'],
  [/^(job)?(title|role|position)$/, 'organization-title'],
  [/^(street|address|streetaddress|addressline1)$/, 'street-address'],
  [/^(city|town|locality|ort)$/, 'address-level2'],
  [/^(state|region|province|county)$/, 'address-level1'],
  [/^(zip|postal|post)(code)?$|^plz$/, 'postal-code'],
  [/^country$/, 'country'],
  [/^(website|url|homepage)$/, 'url'],
  [/^(birthday|dateofbirth|dob)$/, 'bday'],
]

/** Lets the browser fill in what it knows about the visitor (WCAG 2.2, 1.3.5). */
export const autocompleteFor = (name: string, blockType: string): string | undefined => {
  if (blockType === 'email') return 'email'
  if (blockType === 'country') return 'country-name'
  if (blockType === 'state') return 'address-level1'
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return TOKENS.find(([pattern]) => pattern.test(plain))?.[1]
}
