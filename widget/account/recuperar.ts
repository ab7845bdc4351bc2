import { html, type TemplateResult } from 'lit'
import { frasesDaSenha, lerDocumento, lerEmail, mensagens, regrasQuebradas } from '../../server/contract/regras.js'
import { ProblemaDaApi } from '../client/api.js'
import { aviso } from '../parts/aviso.js'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { cadastro as textos } from '../texts/cadastro.pt-BR.js'
import { conta as comuns } from '../texts/conta.pt-BR.js'
import { perfil } from '../texts/perfil.pt-BR.js'
import { dizer } from '../texts/voz.js'
import { campoDaConta } from './campo.js'
import type { Conta } from './conta.js'
import { campoDoDocumento } from './grupos.js'
import { campoDaSenhaNova } from './regras-da-senha.js'
import { voltar } from './voltar.js'

/** "Esqueci a senha". The answer is the same whether or not there is such a conta. */
export function recuperar(conta: Conta): TemplateResult {
  const { estado, casa } = conta
  const { recuperar: proprios } = textos
  if (estado.dito) {
    return html`${titulo(casa.host.nivel, proprios.enviadoTitulo)}
      ${aviso({ tom: 'ok', conteudo: html`<p>${estado.dito}</p><p>${proprios.spam}</p>` })} ${voltar(conta)}`
  }
  const enviar = () => pedirLink(conta)
  return html`<div>${titulo(casa.host.nivel, proprios.titulo)}
      <p class="secundario">${proprios.subtitulo}</p>
    </div>
    ${conta.problemas({ documento: perfil.campos.documento.rotulo, email: proprios.email }, enviar)}
    <form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
      ${campoDoDocumento(conta)}
      ${campoDaConta(conta, 'email', { rotulo: proprios.email, obrigatorio: true, type: 'email', inputmode: 'email', autocomplete: 'email' })}
      <div class="pilha-curta">${botaoDeEnviar(estado.ocupado === 'recuperar', proprios.enviar, proprios.enviando)} ${voltar(conta)}</div>
    </form>`
}

async function pedirLink(conta: Conta): Promise<void> {
  const documento = conta.ler('documento')
  const email = conta.ler('email')
  const erros = [
    ...(lerDocumento(documento) ? [] : [{ caminho: 'documento', mensagem: mensagens.documento(documento) }]),
    ...(lerEmail(email) ? [] : [{ caminho: 'email', mensagem: mensagens.email }]),
  ]
  if (conta.recusar(erros)) return
  await conta.tentar('recuperar', async () => {
    const { mensagem }: { mensagem: string } = await (await conta.enviar('POST', '/senhas/recuperacoes', { documento, email })).json()
    conta.mudar({ dito: dizer(mensagem) })
    void conta.casa.host.focar('.titulo')
  })
}

/** Where the link of a recovery leads: nothing is used up before the person sends the form. */
export function senhaNova(conta: Conta): TemplateResult {
  const { estado, casa } = conta
  const { senhaNova: proprios } = textos
  const vencido = estado.falha instanceof ProblemaDaApi && estado.falha.problema.codigo === 'confirmacao_vencida'
  const enviar = () => trocar(conta)
  return html`<div>${titulo(casa.host.nivel, proprios.titulo)}
      <p class="secundario">${proprios.texto}</p>
    </div>
    ${conta.problemas({ senha: proprios.senha }, enviar)}
    ${
      vencido
        ? html`<div class="linha"><button type="button" class="botao" @click=${() => casa.mostrar('recuperar')}>${proprios.outro}</button></div>`
        : html`<form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
            ${campoDaSenhaNova(conta, proprios.senha)}
            <div class="linha">${botaoDeEnviar(estado.ocupado === 'trocar', proprios.trocar, proprios.trocando)}</div>
          </form>`
    }
    ${voltar(conta)}`
}

async function trocar(conta: Conta): Promise<void> {
  const senha = conta.ler('senha')
  const quebradas = senha ? regrasQuebradas(senha, {}).map((regra) => frasesDaSenha[regra]) : [comuns.erros.senha]
  if (conta.recusar(quebradas.slice(0, 1).map((mensagem) => ({ caminho: 'senha', mensagem })))) return
  const trocada = await conta.tentar('trocar', async () => {
    await conta.enviar('PUT', '/senhas', { link: conta.casa.link, senha })
  })
  if (trocada) conta.casa.mostrar('entrar', 'senhaTrocada')
}
