/** The tags in JSX, for React 19: `import type {} from 'protocolo/react'`. Attributes as properties, and each event as `on` and its name. */
import type { LitElement } from 'lit'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { EventosDoProtocolo, ProtocoloConsulta, ProtocoloGestao, ProtocoloNovo, ProtocoloPainel } from './protocolo.js'

type Ouvintes = { [Nome in keyof EventosDoProtocolo as `on${Nome}`]?: (evento: CustomEvent<EventosDoProtocolo[Nome]>) => void }

/** What a tag has beyond any element, and takes from outside: all that is no method. */
type Proprias<Tag> = {
  [Nome in Exclude<keyof Tag, keyof LitElement> as Tag[Nome] extends (...dados: never) => unknown ? never : Nome]?: Tag[Nome]
}

type EmJsx<Tag extends HTMLElement> = DetailedHTMLProps<HTMLAttributes<Tag>, Tag> & Proprias<Tag> & Ouvintes

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'protocolo-consulta': EmJsx<ProtocoloConsulta>
      'protocolo-gestao': EmJsx<ProtocoloGestao>
      'protocolo-novo': EmJsx<ProtocoloNovo>
      'protocolo-painel': EmJsx<ProtocoloPainel>
    }
  }
}
