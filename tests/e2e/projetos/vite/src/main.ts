import { apiEm, type EventosDoProtocolo } from 'protocolo'

apiEm(import.meta.env.VITE_API)

const consulta = document.querySelector('protocolo-consulta')
const saida = document.querySelector('output')
if (!consulta || !saida) throw new Error('the page is not whole')

consulta.nivel = 2
consulta.tema = 'govbr'
consulta.textos = { consulta: { titulo: 'Acompanhe o seu pedido' } }
consulta.addEventListener('protocolo-falha', ({ detail }) => {
  const codigo: string = detail.codigo
  saida.textContent = codigo
})
document.addEventListener('protocolo-consultado', (evento) => {
  const { nivel }: EventosDoProtocolo['protocolo-consultado'] = evento.detail
  saida.textContent = String(nivel)
})

/** What the types do not let pass. */
export function enganos(novo: HTMLElementTagNameMap['protocolo-novo']): void {
  // @ts-expect-error a level is a number
  novo.nivel = 'dois'
  // @ts-expect-error there is no such theme
  novo.tema = 'roxo'
  // @ts-expect-error there is no such text
  novo.textos = { consulta: { inventado: 'x' } }
  // @ts-expect-error the event carries no number of a protocolo
  novo.addEventListener('protocolo-aberto', ({ detail }) => detail.numero)
  // @ts-expect-error what a tag is made of is no business of pages
  novo.recipiente.remove()
}
