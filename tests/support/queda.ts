/** What the API answers while it is down, for long enough that nobody waits. */
export const problema503 = {
  status: 503,
  contentType: 'application/problem+json',
  headers: { 'Retry-After': '60' },
  body: JSON.stringify({
    type: 'about:blank',
    codigo: 'indisponivel',
    status: 503,
    title: 'Serviço fora do ar',
    detail: 'Volte em alguns minutos.',
  }),
}
