import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { live } from 'lit/directives/live.js'
import { escreverData, escreverDiasRestantes, escreverTamanho } from '../../../server/contract/palavras.js'
import type { CorrecaoParaLer, PendenciaParaLer } from '../../../server/contract/pendencias.js'
import { escreverFormatos, formatos } from '../../../server/contract/regras.js'
import type { DocumentoPedido } from '../../../server/contract/tipo.js'
import type { Anexo, Cartao } from '../../client/api.js'
import { passos } from '../../texts/novo-passos.pt-BR.js'
import { pendencias as textos } from '../../texts/pendencias.pt-BR.js'
import { dizer } from '../../texts/voz.js'
import { campoDeArquivos } from '../campo-de-arquivos.js'
import { campoDoFormulario } from '../campos/campo.js'
import { comNomeDeles } from '../campos/da-entidade.js'
import { descricaoDe, moldura } from '../campos/moldura.js'
import { type ErroNoCampo, resumoDeErros } from '../erros.js'
import { avisoDeFalha } from '../falha.js'
import { aoEnviar, botaoDeEnviar } from '../formulario.js'
import { inteiro } from '../inteiro.js'
import type { Resposta } from './resposta.js'

interface Meio {
  cartao: Cartao
  arquivos: (anexos: readonly Anexo[]) => unknown
}

/** What is asked, in few words. */
export function tituloDaPendencia({ especie, correcao }: PendenciaParaLer): string | TemplateResult {
  return correcao ? comNomeDeles((oQue) => corrigir(correcao, oQue), oQueCorrigir(correcao)) : textos.titulos[especie]
}

function corrigir({ motivo }: CorrecaoParaLer, oQue: string): string {
  return textos.corrigir(oQue, textos.motivos[motivo])
}

function oQueCorrigir(correcao: CorrecaoParaLer): string {
  return 'campo' in correcao ? correcao.campo.rotulo : (correcao.documento ?? textos.arquivo)
}

export function prazoDaPendencia({ prazo, diasRestantes }: PendenciaParaLer): TemplateResult {
  const passou = diasRestantes < 0
  return html`<p class="secundario">
      ${textos.ate} <b>${escreverData(prazo)}</b> <span class=${passou ? 'atrasado' : ''}>(${escreverDiasRestantes(diasRestantes)})</span>
    </p>
    ${passou ? html`<p>${textos.passou}</p>` : nothing}`
}

/** What is asked, what was sent before, and the fields that its kind takes. */
export function formularioDaResposta(resposta: Resposta, meio: Meio): TemplateResult {
  const { pendencia, partes, falha, indo, porta } = resposta
  const { correcao } = pendencia
  return html`<p class="fala" lang="pt-BR">${pendencia.texto}</p>
    ${correcao ? oQueFoiEnviado(correcao, meio) : nothing}
    <form class="pilha nao-imprime" novalidate @submit=${aoEnviar(() => resposta.concluir())}>
      ${falha ? avisoDeFalha(falha, { textos: porta.host.comuns }) : nothing} ${resumo(resposta)}
      ${
        correcao && 'campo' in correcao
          ? keyed(
              pendencia.id,
              campoDoFormulario({ ...correcao.campo, obrigatorio: true }, 'valor', resposta.formulario(meio.cartao), meio.cartao.cep),
            )
          : nothing
      }
      ${partes.arquivos.minimo > 0 ? arquivos(resposta, meio.cartao) : nothing} ${partes.texto === 'ausente' ? nothing : texto(resposta)}
      ${partes.arquivos.minimo === 0 && partes.arquivos.maximo > 0 ? arquivos(resposta, meio.cartao) : nothing}
      ${partes.ciencia ? ciencia(resposta) : nothing}
      <div class="linha">${botaoDeEnviar(indo, textos.concluir, textos.concluindo)}</div>
    </form>`
}

function oQueFoiEnviado(correcao: CorrecaoParaLer, { arquivos }: Meio): TemplateResult {
  if ('anexo' in correcao) {
    return html`<div><p class="secundario">${textos.enviado}</p>${arquivos([correcao.anexo])}</div>`
  }
  return html`<dl class="respostas"><div><dt>${textos.enviado}</dt><dd>${correcao.valor ?? textos.semResposta}</dd></div></dl>`
}

function resumo({ id, erros }: Resposta): TemplateResult | typeof nothing {
  const itens = Object.entries(erros).map(([caminho, mensagem]): ErroNoCampo => ({ id: `${id}-${caminho.replaceAll('.', '-')}`, mensagem }))
  return resumoDeErros(passos.erros.titulo(itens.length), itens)
}

function texto(resposta: Resposta): TemplateResult {
  const exigido = resposta.partes.texto === 'exigido'
  const quadro = {
    id: `${resposta.id}-texto`,
    rotulo: exigido ? textos.texto : textos.comentario,
    obrigatorio: exigido,
    nota: exigido ? undefined : textos.opcional,
    ajuda: exigido ? textos.textoAjuda : undefined,
    erro: resposta.erros.texto,
  }
  const digitar = ({ target }: Event) => target instanceof HTMLTextAreaElement && resposta.mudar({ texto: target.value }, 'texto')
  return moldura(
    quadro,
    html`<textarea
      class="entrada"
      id=${quadro.id}
      rows=${exigido ? 4 : 2}
      autocomplete="off"
      .value=${live(resposta.escrito.texto)}
      aria-required=${exigido ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${digitar}
    ></textarea>`,
  )
}

function arquivos(resposta: Resposta, cartao: Cartao): TemplateResult {
  const { minimo, maximo } = resposta.partes.arquivos
  const { envios, pendencia } = resposta
  const { especie, correcao } = pendencia
  const pedido: DocumentoPedido = { codigo: pendencia.id, nome: textos.arquivos, formatos, quantos: maximo }
  const quadro = {
    id: `${resposta.id}-anexos`,
    rotulo: maximo === 1 ? textos.umArquivo : textos.arquivos,
    obrigatorio: minimo > 0,
    nota: minimo > 0 ? undefined : textos.opcional,
    ajuda: textos.arquivosAjuda(dizer(escreverFormatos(pedido)), inteiro(escreverTamanho(cartao.anexos.tamanho)), maximo),
    erro: resposta.erros.anexos,
  }
  return campoDeArquivos({
    quadro,
    envios,
    pedido,
    cartao,
    nome: textos.escolherPara(correcao ? corrigir(correcao, oQueCorrigir(correcao)) : textos.titulos[especie]),
    focar: (seletor) => resposta.porta.host.focar(seletor),
  })
}

function ciencia(resposta: Resposta): TemplateResult {
  const id = `${resposta.id}-ciencia`
  const erro = resposta.erros.ciencia
  const marcar = ({ target }: Event) => target instanceof HTMLInputElement && resposta.mudar({ ciencia: target.checked }, 'ciencia')
  return html`<div class="campo ${erro ? 'com-erro' : ''}">
    ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
    <label class="opcao"
      ><input
        type="checkbox"
        id=${id}
        .checked=${live(resposta.escrito.ciencia)}
        aria-required="true"
        aria-invalid=${erro ? 'true' : nothing}
        aria-describedby=${erro ? `${id}-erro` : nothing}
        @change=${marcar}
      /><span class="opcao-texto"><b>${textos.ciente}</b></span></label
    >
  </div>`
}
