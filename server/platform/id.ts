/** Whether a text that came from outside can be the id of something: PostgreSQL throws on what is no UUID. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
