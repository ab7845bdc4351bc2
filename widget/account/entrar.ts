import { html, nothing, type TemplateResult } from 'lit'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import { entradaComPasskey as comPasskey } from '../texts/entrada-com-passkey.pt-BR.js'
import { campoDaConta, campoDaSenha, lembrarNesteAparelho } from './campo.js'
import type { Conta } from './conta.js'

/** The form to sign in. */
export function entrar(conta: Conta): TemplateResult {
  const { estado, casa, passkey } = conta
  const enviar = () => enviarEntrada(conta)
  return html`<div>${titulo(casa.host.nivel, textos.titulo)}
      <p class="secundario">${casa.subtitulo?.() ?? textos.subtitulo}</p>
    </div>
    ${conta.problemas({ login: textos.login, senhaAtual: textos.senha }, estado.tentado === 'passkey' ? () => passkey.entrar() : enviar)}
    ${passkey.serve ? entrarComPasskey(conta) : nothing}
    <form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
      ${campoDaConta(conta, 'login', { rotulo: textos.login, obrigatorio: true, autocomplete: 'username webauthn' })}
      ${campoDaSenha(conta, 'senhaAtual', { rotulo: textos.senha, autocomplete: 'current-password' })} ${lembrarNesteAparelho(conta)}
      <div class="pilha-curta">
        ${botaoDeEnviar(estado.ocupado === 'entrar', passkey.serve ? comPasskey.comSenha : textos.entrar, textos.entrando, passkey.serve ? 'botao-fraco' : '')}
        <div class="linha entre">
          <button type="button" class="botao botao-texto rente" @click=${() => casa.mostrar('cadastro')}>${textos.criar}</button>
          <button type="button" class="botao botao-texto rente" @click=${() => casa.mostrar('recuperar')}>${textos.esqueci}</button>
        </div>
      </div>
    </form>`
}

function entrarComPasskey({ estado, passkey }: Conta): TemplateResult {
  const esperando = estado.ocupado === 'passkey'
  return html`<div class="pilha estreita">
    <button
      type="button"
      class="botao ${esperando ? 'girando' : ''}"
      aria-disabled=${esperando ? 'true' : nothing}
      @click=${() => void passkey.entrar()}
    >
      ${esperando ? comPasskey.esperando : comPasskey.entrar}
    </button>
    <p class="recado" role="status">${estado.dito}</p>
    <p class="ou">${comPasskey.ou}</p>
  </div>`
}

async function enviarEntrada(conta: Conta): Promise<void> {
  const login = conta.ler('login').trim()
  const senha = conta.ler('senhaAtual')
  const erros = [
    ...(login ? [] : [{ caminho: 'login', mensagem: textos.erros.login }]),
    ...(senha ? [] : [{ caminho: 'senhaAtual', mensagem: textos.erros.senha }]),
  ]
  if (conta.recusar(erros)) return
  const entrou = await conta.tentar('entrar', () => conta.casa.sessao.abrir('/sessoes', { login, senha, lembrar: conta.estado.lembrar }))
  if (entrou) await conta.casa.entrou()
}
