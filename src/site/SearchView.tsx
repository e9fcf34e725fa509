import { nameOf, type Locale } from '@/locales/locales'
import { piecesOf } from '@/search/highlight'
import type { SearchResult } from '@/search/searchDocuments'

import { addressOf, PLAIN, searchOf, type Reading } from './Language'
import { wordsOf, type Words } from './words'

type SearchViewProps = {
  reading?: Reading
  query: string
  /** Missing before anything was asked. */
  result?: SearchResult | undefined
  /** Of what was found, where it is not the page's. */
  language?: Locale | undefined
  /** Why there is no result, in words for a visitor. */
  problem?: string | undefined
}

const hrefFor = (reading: Reading, query: string, after?: string): string =>
  `${searchOf(reading)}?${new URLSearchParams({ q: query, ...(after ? { after } : {}) }).toString()}`

const Headline = ({ text }: { text: string }) =>
  piecesOf(text).map(({ text: piece, found }, index) =>
    found ? <mark key={index}>{piece}</mark> : piece,
  )

function statusOf({ query, result, language, problem }: SearchViewProps, words: Words): string {
  if (problem) return problem
  if (!result) return words.typeSomething
  const { total, totalIsExact } = result
  if (total === 0) return words.nothingFound(query)
  const found = words.found(total, totalIsExact, query)
  return language ? `${words.foundElsewhere(nameOf(language))} ${found}` : found
}

/** The search of a site: a form, and what was found. Needs no script. */
export const SearchView = (props: SearchViewProps) => {
  const { query, result, language, reading = PLAIN } = props
  const words = wordsOf(reading.locale)
  const hitsIn = { ...reading, locale: language ?? reading.locale }
  return (
    <section className="section" data-tone="plain">
      <div className="section__inner search">
        <h1>{words.search}</h1>
        <form action={searchOf(reading)} role="search" className="search__form">
          <label htmlFor="search-q" className="visually-hidden">
            {words.searchSite}
          </label>
          <input
            id="search-q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
          />
          <button type="submit" className="button">
            {words.search}
          </button>
        </form>
        <p className="search__status" role="status">
          {statusOf(props, words)}
        </p>
        {result?.didYouMean ? (
          <p>
            {words.didYouMean} <a href={hrefFor(reading, result.didYouMean)}>{result.didYouMean}</a>
            ?
          </p>
        ) : null}
        {result && result.hits.length > 0 ? (
          <ol className="search__hits">
            {result.hits.map(({ id, path, title, snippet }) => (
              <li key={id}>
                <h2>
                  <a href={addressOf(hitsIn, path ?? '/')} lang={language}>
                    <Headline text={title} />
                  </a>
                </h2>
                <p>
                  <Headline text={snippet} />
                </p>
                <p className="search__address">{path ? addressOf(hitsIn, path) : null}</p>
              </li>
            ))}
          </ol>
        ) : null}
        {result?.next ? (
          <p className="search__more">
            <a className="button" href={hrefFor(reading, query, result.next)}>
              {words.moreResults}
            </a>
          </p>
        ) : null}
      </div>
    </section>
  )
}
