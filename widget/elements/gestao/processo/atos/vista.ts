import { html, nothing } from 'lit'
import { lerDocumento, lerEmail } from '../../../../../server/contract/regras.js'
import { atosDaGestao } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { escolha, escolhas, linha, linhas, lista } from '../campos.js'
import { dia } from '../dias.js'

const textos = atosDaGestao.vista

/** Lets somebody who is no interessado consult the processo, whole or some of its files, until a day. */
export const concederVista: Forma = {
  campos: (ato) => html`${linha(ato, 'para', { rotulo: textos.quem, obrigatorio: true })} ${linha(ato, 'nome', { rotulo: textos.nome })}
    ${escolha(ato, 'oque', {
      rotulo: textos.oque,
      obrigatorio: true,
      opcoes: [
        { valor: 'tudo', rotulo: textos.tudo, ajuda: textos.tudoAjuda },
        { valor: 'alguns', rotulo: textos.alguns },
      ],
    })}
    ${ato.ler('oque') === 'alguns' ? escolhas(ato, 'documentos', { rotulo: textos.documentos, obrigatorio: true, opcoes: documentosDe(ato) }) : nothing}
    ${linha(ato, 'ate', { rotulo: textos.ate, obrigatorio: true, type: 'date', min: dia(ato) })}
    ${linhas(ato, 'motivo', { rotulo: atosDaGestao.motivo, ajuda: atosDaGestao.motivoInterno, obrigatorio: true })}`,
  conferir: (ato) => [
    ...(favorecido(ato) ? [] : [{ caminho: 'para', mensagem: textos.quemFalta }]),
    ...(ato.ler('oque') ? [] : [{ caminho: 'oque', mensagem: textos.oqueFalta }]),
    ...(ato.ler('oque') === 'alguns' && !ato.ler('documentos') ? [{ caminho: 'documentos', mensagem: textos.escolhaDocumentos }] : []),
    ...(ato.ler('ate') < dia(ato) ? [{ caminho: 'ate', mensagem: textos.ateErro }] : []),
    ...(ato.ler('motivo').trim() ? [] : [{ caminho: 'motivo', mensagem: atosDaGestao.escrevaMotivo }]),
  ],
  enviar: (ato) =>
    ato.processo.lugar.api.concederVista(ato.valor.id, {
      ...favorecido(ato),
      ...(ato.ler('nome').trim() && { nome: ato.ler('nome').trim() }),
      ...(ato.ler('oque') === 'alguns' && { documentos: lista(ato.ler('documentos')) }),
      ate: ato.ler('ate'),
      motivo: ato.ler('motivo').trim(),
    }),
}

function favorecido(ato: Ato): { para: { documento: string } | { email: string } } | undefined {
  const escrito = ato.ler('para').trim()
  if (lerDocumento(escrito)) return { para: { documento: escrito } }
  return lerEmail(escrito) ? { para: { email: escrito } } : undefined
}

/** Files of the opening, and of what everybody may read since. */
function documentosDe({ valor }: Ato): { valor: string; rotulo: string }[] {
  const doAndamento = valor.tramites.flatMap(({ anexos, visibilidadeAnexos }) => (visibilidadeAnexos === 'publico' ? anexos : []))
  return [
    ...valor.anexos.map(({ id, nome, documento }) => ({ valor: id, rotulo: `${documento}: ${nome}` })),
    ...doAndamento.map(({ id, nome }) => ({ valor: id, rotulo: nome })),
  ]
}
