import type { Locator } from 'playwright-core'

/** More stops than any page of the demo has; past them the focus is caught somewhere. */
const enough = 150

/** Presses Tab until the control has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  await tabUntil(control, control)
}

/** Goes to a control by Tab and types into it, in place of what is there. */
export async function type(control: Locator, text: string): Promise<void> {
  await tabTo(control)
  await control.page().keyboard.press('ControlOrMeta+a')
  await control.page().keyboard.type(text)
}

/** Goes to a button, link or summary by Tab and presses it. */
export async function press(control: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(control)
  await control.page().keyboard.press(key)
}

/** Goes to a group of radio buttons by Tab, and to the one wanted by the arrows. */
export async function choose(radio: Locator): Promise<void> {
  const page = radio.page()
  const name = await radio.getAttribute('name')
  const group = page.locator(`input[type=radio][name="${name}"]`)
  await tabUntil(group, radio)
  const focused = radio.and(page.locator(':focus'))
  for (let left = await group.count(); (await focused.count()) === 0; left--) {
    if (left === 0) throw new Error(`the arrows never reach ${radio}`)
    await page.keyboard.press('ArrowDown')
  }
  if (!(await radio.isChecked())) await page.keyboard.press('Space')
}

/** Goes to a list to open by Tab and types the beginning of the option. */
export async function pick(select: Locator, option: string): Promise<void> {
  await tabTo(select)
  await select.page().keyboard.type(option)
}

async function tabUntil(stop: Locator, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const focused = stop.and(stop.page().locator(':focus'))
  for (let tabs = 0; tabs < enough; tabs++) {
    if ((await focused.count()) > 0) return
    await stop.page().keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${wanted}`)
}
