import { html, nothing, type TemplateResult } from 'lit'
import { escreverTamanho } from '../../../../server/contract/palavras.js'
import { campoDaConta } from '../../../account/campo.js'
import { baixar } from '../../../client/baixar.js'
import { avisoDePrivacidade } from '../../../parts/ciencia.js'
import { titulo } from '../../../parts/titulo.js'
import { dados as todos } from '../../../texts/dados.pt-BR.js'
import { dizer } from '../../../texts/voz.js'
import type { Dados, VistaDosDados } from './dados.js'
import { formulario, secao } from './secao.js'

const { lei: textos } = todos

/** What the law gives who the data are of: to know, to take away, to correct, to have removed. */
export function lei({ dados, cartao }: VistaDosDados): TemplateResult {
  return html`<section class="secao">
      ${titulo(dados.host.nivel + 1, textos.privacidade, 'subtitulo')} ${avisoDePrivacidade(cartao)}
      <p class="secundario">${textos.corrigir}</p>
    </section>
    ${exportacao(dados)} ${exclusao(dados)}`
}

function exportacao(dados: Dados): TemplateResult {
  const { recebidos } = dados
  const indo = dados.ficha.estado.ocupado === 'exportacao'
  return secao(dados, 'exportacao', {
    titulo: textos.baixar,
    ajuda: textos.baixarAjuda,
    vista: html`${
      recebidos === undefined
        ? nothing
        : html`<div class="pilha-curta">
            <progress aria-label=${textos.baixar}></progress>
            <p class="secundario">${recebidos > 0 ? textos.recebendo(escreverTamanho(recebidos)) : textos.preparando}</p>
          </div>`
    }
      <div class="linha nao-imprime">
        <button type="button" class="botao botao-fraco ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${() => void exportar(dados)}>
          ${indo ? textos.preparando : textos.baixar}
        </button>
      </div>`,
  })
}

async function exportar(dados: Dados): Promise<void> {
  await dados.agir('exportacao', 'exportacao', async () => {
    const confirmado = await dados.dentro.reautenticacao.pedir('exportacao')
    if (!confirmado) return
    const receber = (bytes: number) => {
      dados.recebidos = bytes
      dados.dentro.desenhar()
    }
    receber(0)
    try {
      baixar(await dados.api.exportar(confirmado, receber), 'meus-dados.zip')
    } finally {
      dados.recebidos = undefined
    }
    dados.dizer('exportacao', textos.baixado)
  })
}

function exclusao(dados: Dados): TemplateResult {
  return secao(dados, 'exclusao', {
    titulo: textos.excluir,
    ajuda: textos.excluirAjuda,
    vista: html`${oQueAcontece()}
      <div class="linha nao-imprime">
        ${dados.aberta ? nothing : html`<button type="button" class="botao botao-fraco perigo" @click=${() => dados.abrir('exclusao')}>${textos.excluir}</button>`}
      </div>`,
    formulario: () =>
      formulario(dados, {
        rotulos: {},
        campos: html`${oQueAcontece()}
          <div class="curta">
            ${campoDaConta(dados.ficha, 'palavra', { rotulo: textos.confirme, ajuda: textos.confirmeAjuda, obrigatorio: true, maxlength: 30 })}
          </div>`,
        botao: [textos.excluirDeVez, textos.excluindo],
        classe: 'perigo',
        cancelar: textos.manter,
        enviar: () => excluir(dados),
      }),
  })
}

function oQueAcontece(): TemplateResult {
  const lista = (titulo: string, itens: readonly string[]) => html`<div class="pilha-curta">
    <p><b>${titulo}</b></p>
    <ul class="itens">${itens.map((item) => html`<li>${item}</li>`)}</ul>
  </div>`
  return html`${lista(textos.apagamos, textos.some)} ${lista(textos.guardamos, textos.fica)}
    <p class="secundario">${textos.seguir}</p>`
}

async function excluir(dados: Dados): Promise<void> {
  const { ficha, dentro } = dados
  const certa = ficha.ler('palavra').trim().toLowerCase() === textos.palavra
  if (ficha.recusar(certa ? [] : [{ caminho: 'palavra', mensagem: textos.confirmeErro }])) return
  await ficha.tentar('salvar', async () => {
    const confirmado = await dentro.reautenticacao.pedir('exclusao')
    if (!confirmado) return
    const { mensagem, ficam } = await dados.api.excluir(confirmado)
    await dentro.painel.sair(
      html`<p>${dizer(mensagem)}</p>
        ${ficam.length > 0 ? html`<p>${textos.ficou}</p><ul class="itens">${ficam.map((item) => html`<li>${dizer(item)}</li>`)}</ul>` : nothing}`,
    )
  })
}
