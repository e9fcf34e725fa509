import { expect, type Locator } from '@playwright/test'

/**
 * Sends a form until its answer shows: sent faster than anybody types, it asks to be sent again. Nothing is clicked once the
 * answer is there, however late: on a slow machine it comes after this has asked again.
 *
 * @param send - the button of the form
 * @param answer - what shows when the form was taken
 * @param before - what the form asks for each time, such as files that browsers do not keep
 */
export function sendUntil(
  send: Locator,
  answer: Locator,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  return expect(async () => {
    if (await answer.isVisible()) return
    await before()
    await send.click({ timeout: 3_000 })
    await expect(answer).toBeVisible({ timeout: 5_000 })
  }).toPass()
}
