import 'protocolo'
import type { ErroDoProtocolo, ProtocoloConsulta } from 'protocolo'
import type {} from 'protocolo/react'
import { StrictMode, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'

const api: string = import.meta.env.VITE_API

function Atendimento() {
  const consulta = useRef<ProtocoloConsulta>(null)
  const [codigo, setCodigo] = useState('')
  const consultarOutro = () =>
    consulta.current?.consultar('PMVS 2026/888888').catch((erro: ErroDoProtocolo) => setCodigo(`outro: ${erro.codigo}`))
  return (
    <main>
      <h1>Atendimento</h1>
      <protocolo-consulta
        ref={consulta}
        entidade="vila-serena"
        api={api}
        nivel={2}
        tema="claro"
        className="coluna"
        textos={{ consulta: { titulo: 'Acompanhe o seu pedido' } }}
        onprotocolo-falha={({ detail }) => setCodigo(detail.codigo)}
      >
        <a href={`${api}/vila-serena`}>Consultar protocolo</a>
      </protocolo-consulta>
      <output>{codigo}</output>
      <button type="button" onClick={consultarOutro}>
        Consultar outro
      </button>
    </main>
  )
}

/** What the types do not let pass. */
export const enganos = [
  // @ts-expect-error a level is a number
  <protocolo-novo key="nivel" nivel="dois" />,
  // @ts-expect-error there is no such theme
  <protocolo-novo key="tema" tema="roxo" />,
  // @ts-expect-error the event carries no number of a protocolo
  <protocolo-novo key="evento" onprotocolo-aberto={({ detail }) => detail.numero} />,
  // @ts-expect-error a number is for the consult
  <protocolo-painel key="numero" numero="1" />,
]

const raiz = document.getElementById('raiz')
if (raiz)
  createRoot(raiz).render(
    <StrictMode>
      <Atendimento />
    </StrictMode>,
  )
