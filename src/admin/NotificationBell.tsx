'use client'

import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from './callApi'
import { readCount, readNotifications, type Notice } from './notifications/readNotifications'

import './notifications/notifications.css'

const POLL_MS = 60_000
const UNREAD = 'where[readAt][exists]=false'

const date = (iso: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )

/** In the head of the admin: how much is new for the person, and what. */
export const NotificationBell = () => {
  const { config } = useConfig()
  const [unread, setUnread] = useState(0)
  const [notices, setNotices] = useState<readonly Notice[]>()
  const details = useRef<HTMLDetailsElement>(null)
  const { admin, api } = config.routes
  const url = useCallback((path: `/${string}`) => formatAdminURL({ apiRoute: api, path }), [api])
  const count = useCallback(
    async () => readCount((await callApi(`${url('/notifications/count')}?${UNREAD}`)).body),
    [url],
  )

  useEffect(() => {
    let current = true
    const look = () => {
      if (document.visibilityState === 'visible')
        void count().then((found) => {
          if (current) setUnread(found)
        })
    }
    look()
    const timer = setInterval(look, POLL_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      current = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [count])

  const open = async () => {
    const { body } = await callApi(`${url('/notifications')}?sort=-createdAt&limit=20&depth=0`)
    setNotices(readNotifications(body))
  }
  const markRead = async (where: string) => {
    await callApi(`${url('/notifications')}?${where}`, {
      method: 'PATCH',
      json: { readAt: new Date().toISOString() },
    })
    setUnread(await count())
    await open()
  }

  return (
    <details
      ref={details}
      className="atrium-bell"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void open()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') details.current?.removeAttribute('open')
      }}
    >
      <summary aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} new`}>
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path
            d="M12 3a6 6 0 0 0-6 6v4l-1.6 3.2a.6.6 0 0 0 .5.8h14.2a.6.6 0 0 0 .5-.8L18 13V9a6 6 0 0 0-6-6Zm-2.2 16a2.3 2.3 0 0 0 4.4 0Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinejoin="round"
          />
        </svg>
        {unread > 0 && <span className="atrium-bell__count">{unread > 99 ? '99+' : unread}</span>}
      </summary>
      <div className="atrium-bell__sheet">
        <div className="atrium-bell__head">
          <h2>Notifications</h2>
          {unread > 0 && (
            <button type="button" onClick={() => void markRead(UNREAD)}>
              Mark all as read
            </button>
          )}
        </div>
        {notices === undefined ? null : notices.length === 0 ? (
          <p>Nothing yet: what concerns you is told here.</p>
        ) : (
          <ul>
            {notices.map(({ id, text, page, readAt, createdAt }) => (
              <li key={id} data-unread={readAt ? undefined : ''}>
                <Link
                  href={formatAdminURL({
                    adminRoute: admin,
                    path: `/collections/pages/${page ?? ''}`,
                  })}
                  prefetch={false}
                  onClick={() => {
                    details.current?.removeAttribute('open')
                    void markRead(`where[id][equals]=${id}`)
                  }}
                >
                  {text}
                </Link>
                <time dateTime={createdAt}>{date(createdAt)}</time>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
