import { html, nothing, type TemplateResult } from 'lit'
import { lerEmail, mensagens } from '../../server/contract/regras.js'
import { avisar } from '../base/avisos.js'
import { ProblemaDaApi } from '../client/api.js'
import { aviso } from '../parts/aviso.js'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { cadastro as todos } from '../texts/cadastro.pt-BR.js'
import { perfil } from '../texts/perfil.pt-BR.js'
import { campoDaConta, lembrarNesteAparelho } from './campo.js'
import { campoDoCodigo, lerCodigos, reenvio } from './codigo.js'
import type { Conta } from './conta.js'
import { voltar } from './voltar.js'

const { confirmar: textos } = todos
const { codigo: doCodigo } = perfil

/** The code that came by e-mail. */
export function confirmar(conta: Conta): TemplateResult {
  const { estado, casa } = conta
  const { recebido } = estado
  if (!recebido) return html`${titulo(casa.host.nivel, textos.titulo)}<p>${textos.validade}</p>${voltar(conta)}`
  const enviar = () => enviarCodigo(conta, recebido.confirmacao)
  return html`<div>${titulo(casa.host.nivel, textos.titulo)}
      <p>${textos.enviado(recebido.email)}</p>
      <p class="secundario">${textos.validade}</p>
    </div>
    ${conta.problemas({ codigo: doCodigo.rotulo, email: textos.emailCerto }, enviar)}
    <div class="dito" role="status">${estado.dito ? aviso({ tom: 'ok', conteudo: html`<p>${doCodigo.reenviado}</p>` }) : nothing}</div>
    <form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
      ${campoDoCodigo(conta)} ${lembrarNesteAparelho(conta)}
      <div class="linha">${botaoDeEnviar(estado.ocupado === 'confirmar', doCodigo.confirmar, doCodigo.confirmando)}</div>
    </form>
    <div class="linha">${reenvio(conta, () => void enviarDeNovo(conta, recebido.confirmacao, {}))}${
      estado.corrigindo
        ? nothing
        : html`<button type="button" class="botao botao-texto" @click=${() => abrirCorrecao(conta)}>${textos.corrigir}</button>`
    }</div>
    ${estado.corrigindo ? correcao(conta, recebido.confirmacao) : nothing} ${voltar(conta)}`
}

async function enviarCodigo(conta: Conta, confirmacao: string): Promise<void> {
  const lidos = lerCodigos(conta, 'codigo')
  const { lembrar } = conta.estado
  if (lidos) await entrarCom(conta, { confirmacao, ...lidos, lembrar })
}

async function entrarCom(conta: Conta, trazido: object): Promise<void> {
  const { sessao } = conta.casa
  const { foto } = conta.estado
  if (!(await conta.tentar('confirmar', () => sessao.abrir('/contas/confirmacoes', trazido)))) return
  // Without it the conta is no less open: the photo can be chosen again in Meus dados.
  if (foto) sessao.pedir('PUT', '/conta/foto', foto.bytes).catch((erro: unknown) => avisar('P07', 'a foto não foi guardada', erro))
  await conta.casa.entrou()
}

function abrirCorrecao(conta: Conta): void {
  conta.mudar({ corrigindo: true })
  void conta.casa.host.focar(`#${conta.id('email')}`)
}

function correcao(conta: Conta, confirmacao: string): TemplateResult {
  return html`<form class="pilha estreita" novalidate @submit=${aoEnviar(() => corrigir(conta, confirmacao))}>
    ${campoDaConta(conta, 'email', { rotulo: textos.emailCerto, obrigatorio: true, type: 'email', inputmode: 'email', autocomplete: 'email' })}
    <div class="linha">${botaoDeEnviar(conta.estado.ocupado === 'reenviar', textos.corrigirEnviar, doCodigo.reenviando, 'botao-fraco')}</div>
  </form>`
}

async function corrigir(conta: Conta, confirmacao: string): Promise<void> {
  const email = conta.ler('email').trim()
  if (conta.recusar(lerEmail(email) ? [] : [{ caminho: 'email', mensagem: mensagens.email }])) return
  await enviarDeNovo(conta, confirmacao, { email })
}

async function enviarDeNovo(conta: Conta, confirmacao: string, corpo: { email?: string }): Promise<void> {
  await conta.tentar('reenviar', async () => {
    await conta.enviar('POST', `/contas/confirmacoes/${encodeURIComponent(confirmacao)}/envios`, corpo)
    const { recebido } = conta.estado
    conta.mudar({
      enviadoEm: Date.now(),
      corrigindo: false,
      dito: doCodigo.reenviado,
      ...(recebido && corpo.email && { recebido: { ...recebido, email: corpo.email } }),
    })
  })
}

/** Where the link of a sign-up leads: mail scanners open links, so a tap is asked for. */
export function link(conta: Conta): TemplateResult {
  const { estado, casa } = conta
  const enviar = () => entrarCom(conta, { link: casa.link, lembrar: estado.lembrar })
  const vencido = estado.falha instanceof ProblemaDaApi && estado.falha.problema.codigo === 'confirmacao_vencida'
  return html`<div>${titulo(casa.host.nivel, todos.link.titulo)}
      <p class="secundario">${todos.link.texto}</p>
    </div>
    ${conta.problemas({}, enviar)}
    ${
      vencido
        ? html`<div class="linha"><button type="button" class="botao" @click=${() => casa.mostrar('cadastro')}>${todos.link.cadastrarDeNovo}</button></div>`
        : html`<form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
            ${lembrarNesteAparelho(conta)}
            <div class="linha">${botaoDeEnviar(estado.ocupado === 'confirmar', doCodigo.confirmar, doCodigo.confirmando)}</div>
          </form>`
    }
    ${voltar(conta)}`
}
