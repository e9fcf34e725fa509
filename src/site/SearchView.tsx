import { piecesOf } from '@/search/highlight'
import type { SearchResult } from '@/search/searchDocuments'

import { searchPath } from './searchPath'

type SearchViewProps = {
  query: string
  /** Missing before anything was asked. */
  result?: SearchResult | undefined
  /** Why there is no result, in words for a visitor. */
  problem?: string | undefined
}

const hrefFor = (query: string, after?: string): string =>
  `${searchPath}?${new URLSearchParams({ q: query, ...(after ? { after } : {}) }).toString()}`

const Headline = ({ text }: { text: string }) =>
  piecesOf(text).map(({ text: piece, found }, index) =>
    found ? <mark key={index}>{piece}</mark> : piece,
  )

function statusOf({ query, result, problem }: SearchViewProps): string {
  if (problem) return problem
  if (!result) return 'Type what you are looking for.'
  const { total, totalIsExact } = result
  if (total === 0) return `Nothing on this site matches “${query}”.`
  return `${totalIsExact ? '' : 'More than '}${total} ${total === 1 ? 'page' : 'pages'} for “${query}”`
}

/** The search of a site: a form, and what was found. Needs no script. */
export const SearchView = (props: SearchViewProps) => {
  const { query, result } = props
  return (
    <section className="section" data-tone="plain">
      <div className="section__inner search">
        <h1>Search</h1>
        <form action={searchPath} role="search" className="search__form">
          <label htmlFor="search-q" className="visually-hidden">
            Search this site
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
            Search
          </button>
        </form>
        <p className="search__status" role="status">
          {statusOf(props)}
        </p>
        {result?.didYouMean ? (
          <p>
            Did you mean <a href={hrefFor(result.didYouMean)}>{result.didYouMean}</a>?
          </p>
        ) : null}
        {result && result.hits.length > 0 ? (
          <ol className="search__hits">
            {result.hits.map(({ id, path, title, snippet }) => (
              <li key={id}>
                <h2>
                  <a href={path ?? '/'}>
                    <Headline text={title} />
                  </a>
                </h2>
                <p>
                  <Headline text={snippet} />
                </p>
                <p className="search__address">{path}</p>
              </li>
            ))}
          </ol>
        ) : null}
        {result?.next ? (
          <p className="search__more">
            <a className="button" href={hrefFor(query, result.next)}>
              More results
            </a>
          </p>
        ) : null}
      </div>
    </section>
  )
}
