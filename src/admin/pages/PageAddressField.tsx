'use client'

import { useDocumentInfo, useField, useFormFields, useLocale } from '@payloadcms/ui'

import { addressIn } from '@/locales/addresses'
import { localeOf, type Locale } from '@/locales/locales'

import { describeAddress } from './describeAddress'
import { useNow } from './useNow'
import { useUnlockOnLeave } from './useUnlockOnLeave'
import { useParentPath } from './useParentPath'

import './pages.css'

const format = (iso: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  )

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '')

export const PageAddressField = ({
  path: field,
  origin,
  defaultLocale,
}: {
  path: string
  origin: string | null
  defaultLocale: Locale
}) => {
  useUnlockOnLeave()
  const locale = localeOf(useLocale().code)?.code ?? defaultLocale
  const { value: path } = useField<unknown>({ path: field })
  const publishedAt = useFormFields(([fields]): unknown => fields.publishedAt?.value)
  const slug = useFormFields(([fields]): unknown => fields.slug?.value)
  const parent = useFormFields(([fields]): unknown => fields.parent?.value)
  const parentPath = useParentPath(typeof parent === 'string' ? parent : undefined, locale)
  const { hasPublishedDoc } = useDocumentInfo()
  const now = useNow()
  const address = describeAddress(
    { path, slug, parentPath, publishedAt, hasPublished: hasPublishedDoc },
    now ?? 0,
  )
  const urlOf = (page: string) => {
    const there = addressIn(locale, defaultLocale, page)
    return `${origin ?? ''}${there === '/' && origin ? '' : there}`
  }

  return (
    <div className="field-type atrium-address">
      <p className="atrium-address__label">Full address</p>
      {address.kind === 'none' ? (
        <p className="atrium-address__note">It is made from the address above.</p>
      ) : address.kind === 'live' && origin ? (
        <a href={urlOf(address.path)} target="_blank" rel="noreferrer">
          {withoutScheme(urlOf(address.path))}
        </a>
      ) : (
        <p className="atrium-address__text">{withoutScheme(urlOf(address.path))}</p>
      )}
      {address.kind === 'draft' && <p className="atrium-address__note">Not published yet.</p>}
      {address.kind === 'scheduled' && now !== undefined && (
        <p className="atrium-address__scheduled">Scheduled for {format(address.from)}</p>
      )}
      {address.kind !== 'none' && address.next !== null && (
        <p className="atrium-address__note">Once published: {withoutScheme(urlOf(address.next))}</p>
      )}
    </div>
  )
}
