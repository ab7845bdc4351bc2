const keyShape = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/

/** Refuses a key that could leave its folder. */
export function checkKey(key: string): string {
  if (!keyShape.test(key)) throw new Error('unacceptable storage key')
  return key
}
