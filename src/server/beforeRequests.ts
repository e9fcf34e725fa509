import { IncomingMessage, Server, ServerResponse } from 'node:http'

import type { AtriumError } from '@/errors'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

interface Gate {
  /** @returns undefined for what may pass at once; else why not, or null once it may */
  readonly ask: (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<AtriumError | null> | undefined
  readonly refuse: (request: IncomingMessage, response: ServerResponse, why: AtriumError) => void
}

/**
 * Runs listeners on each request before Next sees it, for what Next has no place for; and keeps from it what the gate refuses. Called
 * once, at start.
 */
export function beforeRequests(listeners: readonly Listener[], { ask, refuse }: Gate): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (
    this: Server,
    ...args: [event: string | symbol, ...rest: unknown[]]
  ) {
    const [event, request, response] = args
    const isRequest =
      event === 'request' &&
      request instanceof IncomingMessage &&
      response instanceof ServerResponse
    if (!isRequest) return Reflect.apply(emit, this, args)
    for (const listener of listeners) listener(request, response)
    const asked = ask(request, response)
    if (!asked) return Reflect.apply(emit, this, args)
    // Nothing of the body is read before somebody listens.
    void asked.then((why) =>
      why ? refuse(request, response, why) : Reflect.apply(emit, this, args),
    )
    return true
  } as typeof emit
}
