import { IncomingMessage, Server, ServerResponse } from 'node:http'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Runs listeners on each request before Next sees it: for what Next has no place for. Called once, at start. */
export function beforeRequests(...listeners: Listener[]): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (
    this: Server,
    ...args: [event: string | symbol, ...rest: unknown[]]
  ) {
    const [event, request, response] = args
    if (
      event === 'request' &&
      request instanceof IncomingMessage &&
      response instanceof ServerResponse
    ) {
      for (const listener of listeners) listener(request, response)
    }
    return Reflect.apply(emit, this, args)
  } as typeof emit
}
