import { html, nothing, type TemplateResult } from 'lit'
import { escreverData } from '../../../../../server/contract/palavras.js'
import type { AtoDaGestao } from '../../../../client/gestao.js'
import { atosDaGestao as textos } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { linha, linhas } from '../campos.js'
import { dia, somarDias } from '../dias.js'

const semMotivo = (ato: Ato) => (ato.ler('texto').trim() ? [] : [{ caminho: 'texto', mensagem: textos.escrevaMotivo }])
const motivo = (ato: Ato) => linhas(ato, 'texto', { rotulo: textos.motivo, ajuda: textos.motivoPublico, obrigatorio: true })

/** An act that takes a reason and nothing else. */
function soComMotivo(acao: Extract<AtoDaGestao['acao'], 'cancelar' | 'reabrir' | 'encerrar_sem_resposta'>): Forma {
  return { campos: motivo, conferir: semMotivo, montar: (ato) => ({ acao, texto: ato.ler('texto').trim() }) }
}

export const cancelar = soComMotivo('cancelar')
export const reabrir = soComMotivo('reabrir')
export const encerrarSemResposta = soComMotivo('encerrar_sem_resposta')

/** An act that may go without a word. */
function semPalavras(acao: 'retomar' | 'arquivar'): Forma {
  return {
    campos: (ato) => linhas(ato, 'texto', { rotulo: textos.recado, ajuda: textos.motivoInterno }),
    conferir: () => [],
    montar: (ato) => ({ acao, ...(ato.ler('texto').trim() && { texto: ato.ler('texto').trim() }) }),
  }
}

export const retomar = semPalavras('retomar')
export const arquivar = semPalavras('arquivar')

export const parar: Forma = {
  campos: (ato) =>
    html`${linha(ato, 'ate', { rotulo: textos.parar.ate, obrigatorio: true, type: 'date', min: dia(ato, 1) })} ${motivo(ato)}`,
  conferir: (ato) => [...(ato.ler('ate') > dia(ato) ? [] : [{ caminho: 'ate', mensagem: textos.parar.ateErro }]), ...semMotivo(ato)],
  montar: (ato) => ({ acao: 'parar', texto: ato.ler('texto').trim(), ate: ato.ler('ate') }),
}

export const prorrogar: Forma = {
  campos: (ato) => html`${novoPrazo(ato)} ${motivo(ato)}`,
  conferir: semMotivo,
  montar: (ato) => ({ acao: 'prorrogar', texto: ato.ler('texto').trim() }),
}

/** Where the tipo says nothing (Lei 13.460 art. 16). */
const DIAS_DA_LEI = 30

/** What becomes of the prazo. The exact day is for the entidade's calendar to say. */
function novoPrazo({ valor, processo }: Ato): TemplateResult {
  const prazo = processo.tipo?.prazo
  const dias = prazo?.prorrogacao ?? DIAS_DA_LEI
  const contagem = prazo?.prorrogacao === undefined ? 'corridos' : prazo.contagem
  return html`<div class="nota-do-ato">
    <p>${textos.prorrogar.de(escreverData(valor.prazo))} ${prazo ? textos.prorrogar.dias(dias, contagem) : nothing}</p>
    ${prazo && contagem === 'corridos' ? html`<p><b>${textos.prorrogar.para(escreverData(somarDias(valor.prazo, dias)))}</b></p>` : nothing}
    <p>${textos.prorrogar.uma}</p>
  </div>`
}

export const dispensar: Forma = {
  campos: (ato) => html`<blockquote class="pedido fala">${ato.valor.pendencias.find(({ id }) => id === ato.alvo)?.texto}</blockquote>
    ${motivo(ato)}`,
  conferir: semMotivo,
  montar: (ato) => ({ acao: 'dispensar', pendencia: ato.alvo, texto: ato.ler('texto').trim() }),
}
