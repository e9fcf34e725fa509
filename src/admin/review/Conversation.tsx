'use client'

import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'

import { callApi } from '../callApi'
import { CommentForm } from './CommentForm'
import { CommentList } from './CommentList'
import { readComments, readReview, type Remark, type ReviewState } from './readConversation'
import { ReviewSteps } from './ReviewSteps'

import './review.css'

export interface Colleague {
  readonly id: string
  readonly name: string
}

interface ConversationProps {
  page: string
  me: string
  /** May ask for a review. */
  writes: boolean
  /** May decide about one. */
  decides: boolean
  people: readonly Colleague[]
}

/** The review of a page and its comments. */
export const Conversation = ({ page, me, writes, decides, people }: ConversationProps) => {
  const { config } = useConfig()
  const [review, setReview] = useState<ReviewState>()
  const [comments, setComments] = useState<readonly Remark[]>([])
  const [problem, setProblem] = useState<string>()
  const apiRoute = config.routes.api
  const url = useCallback((path: `/${string}`) => formatAdminURL({ apiRoute, path }), [apiRoute])

  const load = useCallback(async () => {
    const of = `where[page][equals]=${page}&depth=1`
    const [said, asked] = await Promise.all([
      callApi(`${url('/comments')}?${of}&sort=createdAt&limit=100`),
      callApi(`${url('/reviews')}?${of}&sort=-createdAt&limit=1`),
    ])
    return { said, asked }
  }, [page, url])

  const show = useCallback(({ said, asked }: Awaited<ReturnType<typeof load>>) => {
    setComments(readComments(said.body))
    setReview(readReview(asked.body))
    setProblem(said.problem ?? asked.problem)
  }, [])

  useEffect(() => {
    let current = true
    void load().then((answers) => {
      if (current) show(answers)
    })
    return () => {
      current = false
    }
  }, [load, show])

  /** @returns whether it worked */
  const act = async (path: `/${string}`, method: string, json?: unknown): Promise<boolean> => {
    const { ok, problem: refusal } = await callApi(url(path), { method, json })
    if (ok) show(await load())
    else setProblem(refusal)
    return ok
  }

  return (
    <section className="atrium-talk" aria-label="Review and comments">
      <h3>Review</h3>
      <ReviewSteps
        review={review}
        me={me}
        writes={writes}
        decides={decides}
        take={async (step) => {
          const done = await act(`/pages/${page}/review`, 'POST', step)
          // The form beside it still holds the draft that it was.
          if (done && step.publish) window.location.reload()
          return done
        }}
      />
      <h3>Comments</h3>
      <CommentList
        comments={comments}
        mayDelete={({ createdBy }) => decides || createdBy.id === me}
        mayResolve={({ createdBy }) => decides || createdBy.id === me}
        resolve={(id, resolved) => act(`/comments/${id}`, 'PATCH', { resolved })}
        remove={(id) => act(`/comments/${id}`, 'DELETE')}
      />
      <CommentForm people={people} send={(json) => act('/comments', 'POST', { page, ...json })} />
      <p role="status" className="atrium-talk__problem">
        {problem}
      </p>
    </section>
  )
}
