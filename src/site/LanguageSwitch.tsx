import type { LanguageLink } from './Language'
import { wordsOf } from './words'

/**
 * The page in the other languages of the site: a list that `details` opens, without a script. Each is written in itself, for who
 * looks for it may read no other.
 */
export const LanguageSwitch = ({
  languages,
  locale,
}: {
  languages: readonly LanguageLink[]
  locale: string
}) => {
  if (languages.length < 2) return null
  return (
    <details className="languages">
      <summary aria-label={`${wordsOf(locale).languages}: ${nameOfCurrent(languages)}`}>
        <span aria-hidden="true">{locale.split('-')[0]?.toUpperCase()}</span>
      </summary>
      <ul>
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={language.href}
              hrefLang={language.locale}
              lang={language.locale}
              aria-current={language.current ? 'true' : undefined}
            >
              {language.name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

const nameOfCurrent = (languages: readonly LanguageLink[]): string =>
  languages.find(({ current }) => current)?.name ?? ''
