import { html } from 'lit'
import { contarCaracteres, maiorMensagem } from '../../../../../server/contract/regras.js'
import { atosDaGestao } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { arquivos, linhas } from '../campos.js'

const textos = atosDaGestao.mensagem

/** A message to who made the request: it decides nothing. */
export const escrever: Forma = {
  campos: (ato) =>
    html`${linhas(ato, 'texto', { rotulo: textos.rotulo, ajuda: textos.ajuda, obrigatorio: true, altas: true })} ${arquivos(ato)}`,
  conferir(ato) {
    const sobram = contarCaracteres(mensagemDe(ato).texto) - maiorMensagem
    if (!mensagemDe(ato).texto) return [{ caminho: 'texto', mensagem: textos.falta }]
    return sobram > 0 ? [{ caminho: 'texto', mensagem: textos.longa(sobram) }] : []
  },
  enviar(ato) {
    const mensagem = mensagemDe(ato)
    return ato.processo.lugar.api.escrever(ato.valor.id, mensagem, ato.chaveDe(mensagem))
  },
}

function mensagemDe(ato: Ato): { texto: string; anexos?: Ato['anexos'] } {
  return { texto: ato.ler('texto').trim(), ...(ato.anexos.length > 0 && { anexos: ato.anexos }) }
}
