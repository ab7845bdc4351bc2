/** What mocha puts in the page of a test. */
declare function describe(what: string, tests: () => void): void
declare function it(what: string, test: () => void | Promise<void>): { timeout(milliseconds: number): void }
declare function before(prepare: () => void | Promise<void>): void
declare function after(clean: () => void | Promise<void>): void
declare function beforeEach(prepare: () => void | Promise<void>): void
declare function afterEach(clean: () => void | Promise<void>): void
