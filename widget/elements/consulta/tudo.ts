import { html, nothing, type TemplateResult } from 'lit'
import type { Mensagem } from '../../../server/contract/mensagens.js'
import type { Anexo, Cartao, ConsultaNivel2 } from '../../client/api.js'
import { andamento } from '../../parts/andamento.js'
import { listaDeArquivos } from '../../parts/arquivos.js'
import { conversa } from '../../parts/conversa.js'
import { arquivosEnviados, respostasDadas } from '../../parts/enviado.js'
import { titulo } from '../../parts/titulo.js'
import { codigoTrocado, perguntaDaTroca } from '../../parts/troca.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Achado } from './achado.js'

/** What number and code show: history, what was sent, the receipt, a new code. */
export function tudo(achado: Achado, consultado: ConsultaNivel2, cartao: Cartao): TemplateResult {
  const { estado, host } = achado.consulta
  const arquivos = (anexos: readonly (Anexo & { titulo?: string })[]) =>
    listaDeArquivos(anexos, {
      textos: host.comuns,
      baixando: estado.ocupado,
      baixar: ({ id, nome }) => void achado.baixarAnexo(id, nome),
    })
  const fim = achado.fim?.renderizar(consultado, cartao) ?? nothing
  const desiste = consultado.acoes?.includes('desistir')
  return html`<section class="pilha-curta">
      ${titulo(host.nivel + 1, textos.andamento, 'subtitulo')}
      ${andamento(semRepetir(achado, consultado), { fuso: cartao.fuso, agora: new Date(), textos, arquivos })}
    </section>
    ${mensagens(achado, consultado, cartao, arquivos)}
    ${oQueFoiEnviado(consultado, host.nivel + 1, arquivos)}
    ${desiste ? nothing : fim}
    <div class="linha acoes nao-imprime">
      <button
        type="button"
        class="botao botao-fraco ${estado.ocupado === 'comprovante' ? 'girando' : ''}"
        aria-disabled=${estado.ocupado === 'comprovante' ? 'true' : nothing}
        @click=${() => void achado.baixarComprovante()}
      >
        ${estado.ocupado === 'comprovante' ? host.comuns.baixando : textos.comprovante}
      </button>
      ${
        estado.troca
          ? nothing
          : html`<button type="button" class="botao botao-texto rente abre-troca" @click=${() => achado.perguntarTroca(true)}>${textos.troca.abrir}</button>`
      }
    </div>
    ${estado.troca ? troca(achado, estado.troca) : nothing} ${desiste ? fim : nothing}`
}

/** What is asked alone, and stands beside its answer, is not told again in the history. */
function semRepetir({ respostas }: Achado, { tramites, pendencias }: ConsultaNivel2): ConsultaNivel2['tramites'] {
  const [pedida, outra] = pendencias
  if (!respostas || !pedida || outra) return tramites
  return tramites.map((tramite) => {
    const { especie, texto } = tramite
    if (especie !== 'exigencia' || !texto?.endsWith(pedida.texto)) return tramite
    return { ...tramite, texto: texto.slice(0, -pedida.texto.length).trim() || null }
  })
}

/** What was written, and where to write more. */
function mensagens(
  achado: Achado,
  { mensagens }: ConsultaNivel2,
  cartao: Cartao,
  arquivos: (anexos: readonly Anexo[]) => TemplateResult,
): TemplateResult | typeof nothing {
  if (mensagens.length === 0 && !achado.escrita) return nothing
  const meio = {
    fuso: cartao.fuso,
    agora: new Date(),
    textos,
    cidadao: textos.requerente,
    lida: { de: 'cidadao', texto: textos.lida },
    depois: ({ anexos }: Mensagem) => (anexos.length > 0 ? arquivos(anexos) : nothing),
  } as const
  return html`<section class="pilha">
    ${titulo(achado.consulta.host.nivel + 1, textos.mensagens, 'subtitulo')}
    ${mensagens.length > 0 ? conversa(mensagens, meio) : nothing} ${achado.escrita?.renderizar(cartao) ?? nothing}
  </section>`
}

function oQueFoiEnviado(
  { respostas, anexos, tramites }: ConsultaNivel2,
  nivel: number,
  arquivos: (anexos: readonly (Anexo & { titulo?: string })[]) => TemplateResult,
): TemplateResult | typeof nothing {
  if (respostas.length + anexos.length === 0) return nothing
  return html`<details class="enviado">
    <summary>${textos.enviado}</summary>
    <div class="pilha recuada">
      ${respostas.length > 0 ? respostasDadas(respostas) : nothing}
      ${
        anexos.length > 0
          ? html`<div>${titulo(nivel, textos.documentos, 'subtitulo')}
              ${arquivos(arquivosEnviados({ anexos, tramites }))}</div>`
          : nothing
      }
    </div>
  </details>`
}

function troca(achado: Achado, troca: 'perguntar' | { codigo: string }): TemplateResult {
  if (troca !== 'perguntar') return codigoTrocado(troca.codigo, textos.troca.guarde)
  return perguntaDaTroca({
    trocando: achado.consulta.estado.ocupado === 'trocar',
    trocar: () => void achado.trocarCodigo(),
    desistir: () => achado.perguntarTroca(false),
  })
}
