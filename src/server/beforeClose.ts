import { Server } from 'node:http'

/** Runs work when the server is closed, and before whoever closes it goes on: Next ends the process then (16.4). */
export function beforeClose(work: () => Promise<void>): void {
  const close = Server.prototype.close
  Server.prototype.close = function (this: Server, done?: (error?: Error) => void) {
    const ended = work()
    return close.call(this, (error) => void ended.finally(() => done?.(error)))
  }
}
