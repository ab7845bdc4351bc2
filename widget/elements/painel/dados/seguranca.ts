import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import { frasesDaSenha, regrasQuebradas } from '../../../../server/contract/regras.js'
import { campoDaSenhaNova } from '../../../account/regras-da-senha.js'
import type { SessaoListada } from '../../../client/meus.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import { conta as comuns } from '../../../texts/conta.pt-BR.js'
import { dados as todos } from '../../../texts/dados.pt-BR.js'
import { daCarga } from '../carregando.js'
import type { Dentro } from '../dentro.js'
import type { VistaDosDados } from './dados.js'
import { botaoDeMudar, formulario, secao } from './secao.js'

const { senha: textos, acessos } = todos

/** How the person enters, and where they did. */
export function seguranca(vista: VistaDosDados): TemplateResult {
  return html`${senha(vista)}
    <div class="secao">${vista.dados.chaves.renderizar(vista.cartao.fuso)}</div>
    ${ondeEstaAberta(vista)}`
}

function senha(vista: VistaDosDados): TemplateResult {
  const { dados, conta } = vista
  const { nome, usuario, email, documento, temSenha } = conta
  const titular = { nome, usuario: usuario ?? undefined, email: email ?? undefined, documento }
  return secao(dados, 'senha', {
    titulo: textos.secao,
    botao: botaoDeMudar(() => dados.abrir('senha'), textos.secao, !temSenha),
    vista: html`<p>${temSenha ? textos.tem : textos.naoTem}</p>`,
    formulario: () =>
      formulario(dados, {
        rotulos: { senha: textos.nova },
        campos: html`<p class="secundario">${textos.outros}</p>
          ${campoDaSenhaNova(dados.ficha, textos.nova, titular)}`,
        botao: [temSenha ? textos.trocar : textos.criar, textos.trocando],
        enviar: () => trocar(vista, titular),
      }),
  })
}

async function trocar({ dados }: VistaDosDados, titular: Parameters<typeof regrasQuebradas>[1]): Promise<void> {
  const { ficha, dentro } = dados
  const nova = ficha.ler('senha')
  const quebradas = nova ? regrasQuebradas(nova, titular).map((regra) => frasesDaSenha[regra]) : [comuns.erros.senha]
  if (ficha.recusar(quebradas.slice(0, 1).map((mensagem) => ({ caminho: 'senha', mensagem })))) return
  await ficha.tentar('salvar', async () => {
    const confirmado = await dentro.reautenticacao.pedir('credenciais')
    if (!confirmado) return
    await dados.api.trocarSenha(nova, confirmado)
    await Promise.all([dados.recarregar(), dentro.carregar('sessoes', '', () => dentro.meus.sessoes())])
    dados.fechar(textos.trocada)
  })
}

function ondeEstaAberta({ dados: { dentro }, cartao }: VistaDosDados): TemplateResult {
  const { host } = dentro.painel
  return html`<section class="secao acessos">
    ${titulo(host.nivel + 1, acessos.secao, 'subtitulo')}
    <p class="secundario">${acessos.ajuda}</p>
    ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.comuns }) : nothing}
    ${daCarga(dentro, dentro.carga('sessoes'), (sessoes) => listaDeAcessos(dentro, sessoes, cartao.fuso))}
  </section>`
}

function listaDeAcessos(dentro: Dentro, sessoes: readonly SessaoListada[], fuso: string): TemplateResult {
  const { host } = dentro.painel
  const encerrar = (ocupado: string, dito: string, que: () => Promise<void>) =>
    dentro.fazer(ocupado, async () => {
      await que()
      await dentro.carregar('sessoes', '', () => dentro.meus.sessoes())
      void host.anunciar(dito)
      void host.focar('.acessos .subtitulo')
    })
  return html`<ul class="arquivos" role="list">
      ${sessoes.map(
        ({ id, aparelho, usadaEm, esta }) => html`<li class="arquivo">
          <div>
            <b>${aparelho}</b>
            <p class="secundario">${esta ? acessos.este : acessos.usado(escreverDataHora(usadaEm, fuso))}</p>
          </div>
          ${
            esta
              ? nothing
              : html`<button
                  type="button"
                  class="botao botao-texto"
                  aria-label=${acessos.encerrarDe(aparelho, escreverDataHora(usadaEm, fuso))}
                  aria-disabled=${dentro.ocupado === id ? 'true' : nothing}
                  @click=${() => void encerrar(id, acessos.encerrado, () => dentro.meus.encerrar(id))}
                >
                  ${acessos.encerrar}
                </button>`
          }
        </li>`,
      )}
    </ul>
    ${
      sessoes.length > 1
        ? html`<div class="linha">
            <button type="button" class="botao botao-fraco" aria-disabled=${dentro.ocupado === 'outros' ? 'true' : nothing} @click=${() => void encerrar('outros', acessos.encerrados, () => dentro.meus.encerrarOutras())}>
              ${acessos.encerrarOutros}
            </button>
          </div>`
        : nothing
    }`
}
