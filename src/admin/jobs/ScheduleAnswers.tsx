'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { useMemo, type ReactNode } from 'react'

type SchedulePublish = ReturnType<typeof useServerFunctions>['schedulePublish']

const UNREACHABLE = 'The server did not answer. Try again in a moment.'

/**
 * Makes the drawer “Schedule publish” say why the server refused. It shows what is thrown, but Payload's client (3.90) turns
 * whatever goes wrong into a result that the drawer takes for a success.
 */
export const ScheduleAnswers = ({ children }: { children: ReactNode }) => {
  const functions = useServerFunctions()
  const { serverFunction } = functions
  const value = useMemo(() => {
    const schedulePublish: SchedulePublish = async ({ signal: _signal, ...args }) => {
      const call = Promise.resolve(serverFunction({ name: 'schedule-publish', args }))
      const answer = await call.catch(() => ({ error: UNREACHABLE }))
      const error: unknown = Reflect.get(Object(answer), 'error')
      if (typeof error === 'string') throw new Error(error)
      return answer
    }
    return { ...functions, schedulePublish }
  }, [functions, serverFunction])
  return <ServerFunctionsContext value={value}>{children}</ServerFunctionsContext>
}
