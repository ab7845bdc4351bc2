import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../server/contract/entidade.js'
import { lerDocumento } from '../../../server/contract/regras.js'
import { pedirLembrete } from '../../client/acesso.js'
import { aviso } from '../../parts/aviso.js'
import { contato } from '../../parts/contato.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../parts/formulario.js'
import { titulo } from '../../parts/titulo.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Consulta } from './consulta.js'

/** "Não sei o número". The answer is the same whether or not the person has any protocolo. */
export function lembrete(consulta: Consulta, cartao: Cartao): TemplateResult {
  const { estado, host } = consulta
  const voltar = html`<button type="button" class="botao botao-texto rente" @click=${() => consulta.ir('entrada')}>${textos.lembrete.voltar}</button>`
  if (estado.lembreteEnviado) {
    return html`${titulo(host.nivel, textos.lembrete.enviadoTitulo)}
      ${aviso({ tom: 'ok', conteudo: html`<p>${textos.lembrete.enviado}</p>` })} ${contato(cartao, textos.lembrete.semEmail)} ${voltar}`
  }
  return html`<div>${titulo(host.nivel, textos.lembrete.titulo)}
      <p class="secundario">${textos.lembrete.texto}</p>
    </div>
    ${consulta.resumo()} ${estado.falha ? avisoDeFalha(estado.falha, { textos: host.comuns, tentar: () => void consulta.enviarDeNovo(() => pedir(consulta)) }) : nothing}
    <form class="pilha estreita" novalidate @submit=${aoEnviar(() => pedir(consulta))}>
      ${consulta.campo('documento', textos.lembrete.documento, { exigido: true })}
      <div class="pilha-curta">${botaoDeEnviar(estado.ocupado === 'lembrete', textos.lembrete.enviar, textos.lembrete.enviando)} ${voltar}</div>
    </form>
    ${contato(cartao, textos.lembrete.semEmail)}`
}

async function pedir(consulta: Consulta): Promise<void> {
  const { documento } = consulta.estado.digitado
  const lido = lerDocumento(documento)
  if (!lido) {
    consulta.recusar({ documento: documento.trim() ? textos.lembrete.documentoErrado : textos.lembrete.documentoFalta })
    return
  }
  await consulta.tentar('lembrete', async () => {
    await pedirLembrete(consulta.host.cliente, lido.valor)
    consulta.digitar('documento', '')
    consulta.mudar({ lembreteEnviado: true })
    void consulta.host.focar('.titulo')
  })
}
