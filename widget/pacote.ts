/** `import 'protocolo'`: the same tags. Where a page's own bundle came from says nothing of where the API is: each tag says it, or `apiEm`. */
import { apiEm } from './protocolo.js'

export * from './protocolo.js'

apiEm('')
