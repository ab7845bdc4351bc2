import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { escreverTamanho } from '../../../server/contract/palavras.js'
import { aceitos, escreverFormatos, formatos } from '../../../server/contract/regras.js'
import type { DocumentoPedido } from '../../../server/contract/tipo.js'
import type { Cartao } from '../../client/api.js'
import { fim as textos } from '../../texts/fim.pt-BR.js'
import { passos } from '../../texts/novo-passos.pt-BR.js'
import { dizer } from '../../texts/voz.js'
import { descricaoDe, moldura, molduraDeGrupo } from '../campos/moldura.js'
import { linhaDeEnvio } from '../envio.js'
import { type ErroNoCampo, resumoDeErros } from '../erros.js'
import { avisoDeFalha } from '../falha.js'
import { aoEnviar, botaoDeEnviar } from '../formulario.js'
import { inteiro } from '../inteiro.js'
import { seletor } from '../seletor.js'
import { titulo } from '../titulo.js'
import type { Fim } from './fim.js'

const notas = [5, 4, 3, 2, 1] as const
/** Files that come with an appeal. */
const maximo = 10

export function formularioDaAvaliacao(fim: Fim): TemplateResult {
  const { avaliar } = textos
  const quadro = { id: fim.campo('nota'), rotulo: avaliar.titulo, obrigatorio: true, ajuda: avaliar.ajuda, erro: fim.erros.nota }
  const opcoes = html`<div class="pilha-de-opcoes">${notas.map(
    (nota) => html`<label class="opcao">
      <input
        type="radio"
        name=${quadro.id}
        value=${nota}
        .checked=${live(fim.escrito.nota === nota)}
        aria-invalid=${quadro.erro ? 'true' : nothing}
        @change=${() => fim.mudar({ nota }, 'nota')}
      /><span class="opcao-texto"><b>${avaliar.notas[nota]}</b></span>
    </label>`,
  )}</div>`
  return quadroDoAto(fim, {
    nome: avaliar.abrir,
    conteudo: html`${molduraDeGrupo(quadro, opcoes)} ${texto(fim, { rotulo: avaliar.comentario, nota: textos.opcional, linhas: 3 })}`,
    enviar: botaoDeEnviar(fim.indo, avaliar.enviar, avaliar.enviando),
  })
}

export function formularioDoRecurso(fim: Fim, cartao: Cartao): TemplateResult {
  const { recorrer } = textos
  return quadroDoAto(fim, {
    nome: recorrer.titulo,
    cabeca: html`<div>${titulo(fim.porta.host.nivel + 1, recorrer.titulo, 'subtitulo')}<p class="secundario">${recorrer.ajuda}</p></div>`,
    conteudo: html`${texto(fim, { rotulo: recorrer.texto, ajuda: recorrer.textoAjuda, obrigatorio: true, linhas: 5 })} ${arquivos(fim, cartao)}`,
    enviar: botaoDeEnviar(fim.indo, recorrer.enviar, recorrer.enviando),
  })
}

/** Asked in a dialog: it cannot be taken back. */
export function perguntaDaDesistencia(fim: Fim): TemplateResult {
  const { desistir } = textos
  const id = fim.campo('desistir')
  const fechar = ({ currentTarget }: Event) =>
    currentTarget instanceof HTMLElement && currentTarget.closest<HTMLDialogElement>('dialog')?.close()
  return html`<dialog class="dialogo desistencia" aria-labelledby=${id} aria-describedby="${id}-ajuda" @close=${() => fim.fechar()}>
    <form class="pilha ato-aberto" tabindex="-1" novalidate @submit=${aoEnviar(() => fim.enviar())}>
      <div>
        <div id=${id}>${titulo(fim.porta.host.nivel, desistir.titulo)}</div>
        <p id="${id}-ajuda">${desistir.ajuda}</p>
      </div>
      ${oQueEstaErrado(fim)} ${texto(fim, { rotulo: desistir.texto, nota: textos.opcional, linhas: 3 })}
      <div class="linha">
        ${botaoDeEnviar(fim.indo, desistir.enviar, desistir.enviando)}
        <button type="button" class="botao botao-texto" @click=${fechar}>${desistir.voltar}</button>
      </div>
    </form>
  </dialog>`
}

interface Quadro {
  /** Heard as the form takes the focus. */
  nome: string
  cabeca?: TemplateResult
  conteudo: TemplateResult
  enviar: TemplateResult
}

function quadroDoAto(fim: Fim, { nome, cabeca, conteudo, enviar }: Quadro): TemplateResult {
  return html`<form class="pilha ato-aberto nao-imprime" aria-label=${nome} tabindex="-1" novalidate @submit=${aoEnviar(() => fim.enviar())}>
    ${cabeca ?? nothing} ${oQueEstaErrado(fim)} ${conteudo}
    <div class="linha">
      ${enviar}
      <button type="button" class="botao botao-texto" @click=${() => fim.fechar()}>${textos.cancelar}</button>
    </div>
  </form>`
}

function oQueEstaErrado(fim: Fim): TemplateResult {
  const { falha, erros, porta } = fim
  const itens = Object.entries(erros).map(([nome, mensagem]): ErroNoCampo => ({ id: fim.campo(nome), mensagem }))
  return html`${falha ? avisoDeFalha(falha, { textos: porta.host.comuns }) : nothing} ${resumoDeErros(passos.erros.titulo(itens.length), itens)}`
}

interface Texto {
  rotulo: string
  nota?: string
  ajuda?: string
  obrigatorio?: boolean
  linhas: number
}

function texto(fim: Fim, { linhas, obrigatorio = false, ...resto }: Texto): TemplateResult {
  const quadro = { id: fim.campo('texto'), obrigatorio, ...resto, erro: fim.erros.texto }
  const digitar = ({ target }: Event) => target instanceof HTMLTextAreaElement && fim.mudar({ texto: target.value }, 'texto')
  return moldura(
    quadro,
    html`<textarea
      class="entrada"
      id=${quadro.id}
      rows=${linhas}
      autocomplete="off"
      .value=${live(fim.escrito.texto)}
      aria-required=${obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${digitar}
    ></textarea>`,
  )
}

function arquivos(fim: Fim, cartao: Cartao): TemplateResult {
  const { envios } = fim
  const pedido: DocumentoPedido = { codigo: 'recurso', nome: textos.recorrer.arquivos, formatos, quantos: maximo }
  const quadro = {
    id: fim.campo('anexos'),
    rotulo: textos.recorrer.arquivos,
    nota: textos.opcional,
    ajuda: textos.recorrer.arquivosAjuda(dizer(escreverFormatos(pedido)), inteiro(escreverTamanho(cartao.anexos.tamanho)), maximo),
    erro: fim.erros.anexos,
  }
  const tirar = (chave: number) => {
    envios.remover(chave)
    void fim.porta.host.focar(`[id="${quadro.id}-escolher"]`)
  }
  const bons = envios.arquivos.filter(({ situacao }) => situacao !== 'recusado').length
  return molduraDeGrupo(
    quadro,
    html`${envios.arquivos.map((arquivo) =>
      linhaDeEnvio(arquivo, {
        textos: passos.documentos,
        tirar: () => tirar(arquivo.chave),
        tentar: () => envios.tentar(arquivo.chave),
      }),
    )}
    ${
      bons < maximo
        ? html`<div class="linha">${seletor({
            id: `${quadro.id}-escolher`,
            texto: bons > 0 ? passos.documentos.adicionar : passos.documentos.escolher,
            nome: textos.recorrer.escolher,
            classe: 'botao botao-fraco',
            aceita: aceitos(pedido),
            varios: true,
            errado: Boolean(quadro.erro),
            aoEscolher: (novos) => envios.adicionar(novos, [pedido], cartao.anexos, pedido.codigo),
          })}</div>`
        : nothing
    }`,
  )
}
