import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../../client/api.js'
import type { ProtocoloDaGestao } from '../../../../client/gestao.js'
import { quando } from '../../../../parts/andamento.js'
import { conversa } from '../../../../parts/conversa.js'
import { atosDaGestao } from '../../../../texts/gestao-atos.pt-BR.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.mensagens

/** What unidade and citizen wrote to each other, with its files, and whether it was read. */
export function mensagens(processo: Processo, valor: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
  const { andamento } = processoDaGestao
  const cidadao = valor.requerente?.nome ?? andamento.cidadao
  const porProcuracao = (nome: string) => andamento.porProcuracao(nome, cidadao)
  const meio = { fuso, agora: new Date(), textos: { ...processoDaGestao, porProcuracao } }
  const depois = ({
    de,
    anexos,
    lidaEm,
  }: ProtocoloDaGestao['mensagens'][number]) => html`${anexos.length > 0 ? processo.arquivos(anexos) : nothing}
    ${de === 'orgao' ? html`<p class="secundario">${lidaEm ? textos.lida(quando(lidaEm, meio)) : textos.naoLida}</p>` : nothing}
    ${de === 'cidadao' && !lidaEm ? html`<p><span class="selo selo-atencao">${textos.nova}</span></p>` : nothing}`
  return html`${
    valor.mensagens.length > 0 ? conversa(valor.mensagens, { ...meio, cidadao, depois }) : html`<p class="secundario">${textos.vazio}</p>`
  }
    ${
      valor.acoes.includes('escrever')
        ? html`<div class="linha nao-imprime">
            <button type="button" class="botao botao-fraco" data-acao="escrever" @click=${() => void processo.comecar('escrever')}>
              ${atosDaGestao.atos.escrever.nome}
            </button>
          </div>`
        : nothing
    }`
}
