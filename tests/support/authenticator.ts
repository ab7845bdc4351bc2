import type { Page } from 'playwright-core'

/** What a device keeps passkeys in, with a finger always at hand. */
export interface Authenticator {
  /** Whether it answers what is asked of it; what came while it did not stays unanswered. */
  answers(yes: boolean): Promise<void>
  /** Whether it knows its owner's finger. */
  knows(yes: boolean): Promise<void>
}

/** Gives a tab, for as long as it is open, a device that keeps passkeys. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async answers(enabled) {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
    async knows(isUserVerified) {
      await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}
