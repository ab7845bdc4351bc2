/** Whether a passkey of this domain can be used on this page, in this browser. */
export function passkeyServeAqui(rpId: string): boolean {
  const { hostname } = location
  return typeof PublicKeyCredential === 'function' && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}
