/**
 * `npm run build`: the production build, unless the last one is of the very same sources. Needs no database and no settings.
 *
 * When: before `npm start`; the demo and the tests do it by themselves. Undo: delete `.next`.
 */
import { buildApplication } from './application/buildApplication'
import { loadLiveChildren } from './support/children'
import { runCommand } from './support/runCommand'

runCommand(async () => {
  await buildApplication({
    running: await loadLiveChildren(),
    onStart: () => undefined,
    report: (detail) => console.log(detail),
  })
  console.log('The build is current.')
})
