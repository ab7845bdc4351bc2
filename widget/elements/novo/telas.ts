import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Cartao } from '../../client/api.js'
import type { Novo } from './novo.js'
import { passoApresentacao } from './passo-apresentacao.js'
import { passoTipo } from './passo-tipo.js'
import type { Cena } from './vista.js'

/** The step on screen, with what is told above it and the draft's place below. */
export function desenharPasso(novo: Novo, cartao: Cartao): TemplateResult {
  return html`<div class="aviso-do-passo" role="status">${avisoDoPasso(novo)}</div>
    ${novo.avisoDaFalta('pagina')} ${keyed(novo.estado.passo, passoNaTela(novo, cartao))} ${rodape(novo)} ${novo.entrada.renderizar()}`
}

function passoNaTela(novo: Novo, cartao: Cartao): unknown {
  const { estado, textos, host, catalogo } = novo
  const cena: Cena = {
    estado,
    cartao,
    textos,
    prefixo: host.prefixo,
    nivel: host.nivel,
    convite: () => novo.entrada.convite(),
    falta: (onde) => novo.avisoDaFalta(onde),
  }
  if (estado.passo === 'tipo') return passoTipo(cena, catalogo, () => esperaDaLista(novo))
  return estado.passo === 'apresentacao' ? apresentacao(novo, cena) : novo.preenchimento?.desenhar(cartao)
}

function esperaDaLista({ host, falta }: Novo): TemplateResult | typeof nothing {
  return falta?.onde === 'pagina' ? nothing : html`<p class="so-leitor">${host.comuns.carregando}</p>${host.esqueleto()}`
}

function apresentacao(novo: Novo, cena: Cena): unknown {
  const { tipo } = cena.estado
  const quando = novo.guarda.encontradoEm(cena.cartao.fuso)
  if (!tipo) return nothing
  return passoApresentacao(cena, tipo, {
    rascunhoDe: quando && (novo.conta?.rascunhos?.deQuando(quando) ?? cena.textos.rascunho.de(quando)),
    esperando: novo.esperando,
    comecar: () => void novo.comecar(),
    retomar: () => void novo.retomar(),
    recomecar: () => void novo.recomecar(),
    outro: novo.catalogo.tipos.length === 1 ? undefined : () => void novo.catalogo.ver(),
  })
}

function avisoDoPasso({ aviso }: Novo): TemplateResult | typeof nothing {
  if (!aviso) return nothing
  return html`<div class="aviso aviso-${aviso.tom}" tabindex="-1">
    <p>${aviso.texto}</p>
    ${
      aviso.acao
        ? html`<div class="linha">
            <button type="button" class="botao botao-fraco" @click=${aviso.acao.fazer}>${aviso.acao.texto}</button>
          </div>`
        : nothing
    }
  </div>`
}

function rodape(novo: Novo): TemplateResult | typeof nothing {
  const { guarda, textos, conta } = novo
  if (conta?.quem) return conta.rodape()
  if (!guarda.guardado) return nothing
  return html`<p class="rodape-do-rascunho secundario nao-imprime">
    <span>${textos.rascunho.guardado}</span>
    <button type="button" class="botao-texto alterar" @click=${() => novo.apagarRascunho()}>${textos.rascunho.apagar}</button>
  </p>`
}
