import { html, nothing, type TemplateResult } from 'lit'
import type { CadastroRecebido, PedidoDeCadastro } from '../../server/contract/contas.js'
import type { Cartao } from '../../server/contract/entidade.js'
import { diaEm, lerDocumento, validarCadastro } from '../../server/contract/regras.js'
import { molduraDeGrupo } from '../parts/campos/moldura.js'
import { ciencia } from '../parts/ciencia.js'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { cadastro as textos } from '../texts/cadastro.pt-BR.js'
import { ciencia as daCiencia } from '../texts/ciencia.pt-BR.js'
import { conta as comuns } from '../texts/conta.pt-BR.js'
import { perfil } from '../texts/perfil.pt-BR.js'
import type { Conta } from './conta.js'
import { abrirFoto, escolherFoto } from './foto.js'
import {
  campoDoDocumento,
  campoDoEmail,
  campoDoNome,
  campoDoTelefone,
  doContato,
  doEndereco,
  doPerfil,
  endereco,
  lerEndereco,
  preenchidos,
  rotulos,
  sobreVoce,
} from './grupos.js'
import { campoDaSenhaNova } from './regras-da-senha.js'

/** The form to sign up. Only what is starred is asked for; the rest stands folded away. */
export function cadastro(conta: Conta, cartao: Cartao): TemplateResult {
  const { estado, casa } = conta
  const { exige } = cartao.cadastro
  const enviar = () => enviarCadastro(conta, cartao)
  const exigido = (caminho: string) => exige.some((um) => um === caminho)
  return html`<div>${titulo(casa.host.nivel, textos.titulo)}
      <p class="secundario">${textos.subtitulo}</p>
    </div>
    ${conta.problemas(rotulos, enviar)}
    <p class="secundario">${comuns.obrigatorios}</p>
    <form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
      ${campoDoDocumento(conta)} ${campoDoNome(conta)} ${campoDoEmail(conta, 'email', true)}
      ${campoDaSenhaNova(conta, perfil.campos.senha.rotulo, titular(conta))}
      ${dobra(conta, textos.sobreVoce, doPerfil, doPerfil.some(exigido), html`${sobreVoce(conta, exige)} ${foto(conta)}`)}
      ${dobra(
        conta,
        textos.contatos,
        doContato,
        doContato.some(exigido),
        html`${campoDoEmail(conta, 'emailAlternativo', exigido('emailAlternativo'))} ${campoDoTelefone(conta, exigido('telefone'))}`,
      )}
      ${dobra(conta, textos.endereco, doEndereco, exigido('endereco'), endereco(conta, exigido('endereco')))}
      ${ciencia(cartao, casa.host.nivel + 1, {
        id: conta.id('ciencia'),
        erro: conta.erro('ciencia'),
        marcada: estado.ciencia,
        mudar: (marcada) => conta.mudar({ ciencia: marcada }),
      })}
      <div class="pilha-curta">
        ${botaoDeEnviar(estado.ocupado === 'cadastro', textos.criar, textos.criando)}
        <button type="button" class="botao botao-texto rente" @click=${() => casa.mostrar('entrar')}>${textos.tenho}</button>
      </div>
    </form>`
}

/** Fields folded away, unless the entidade requires one or one is wrong. */
function dobra(conta: Conta, nome: string, caminhos: readonly string[], exigida: boolean, campos: TemplateResult): TemplateResult {
  const aberta = exigida || caminhos.some((caminho) => conta.erro(caminho) !== undefined)
  return html`<details ?open=${aberta}>
    <summary>${nome}${exigida ? nothing : html` <span class="nota">${textos.opcional}</span>`}</summary>
    <div class="pilha recuada">${campos}</div>
  </details>`
}

/** Kept in the page until there is a conta to put it in. */
function foto(conta: Conta): TemplateResult {
  const { foto: atual } = conta.estado
  const id = conta.id('foto')
  const { rotulo, ajuda, remover, naoAbriu } = perfil.foto
  const escolher = async (arquivo: File) => {
    const aberta = await abrirFoto(arquivo).catch(() => undefined)
    const erros = conta.estado.erros.filter(({ caminho }) => caminho !== 'foto')
    conta.mudar(aberta ? { foto: aberta, erros } : { erros: [...erros, { caminho: 'foto', mensagem: naoAbriu }] })
  }
  return molduraDeGrupo(
    { id, rotulo, ajuda, erro: conta.erro('foto') },
    html`${atual?.tela}
      <div class="linha">
        ${escolherFoto(`${id}-escolher`, (arquivo) => void escolher(arquivo))}
        ${atual ? html`<button type="button" class="botao botao-texto" @click=${() => conta.mudar({ foto: undefined })}>${remover}</button>` : nothing}
      </div>`,
  )
}

async function enviarCadastro(conta: Conta, { fuso, avisoDePrivacidade, cadastro: { exige } }: Cartao): Promise<void> {
  const informado = informadoDe(conta)
  const validado = validarCadastro(informado, diaEm(fuso, new Date()), exige)
  const erros = [
    ...(validado.ok ? [] : validado.erros),
    ...(conta.estado.ciencia ? [] : [{ caminho: 'ciencia', mensagem: daCiencia.falta }]),
  ]
  if (conta.recusar(naOrdemDaTela(erros))) return
  const pedido: PedidoDeCadastro = { ...informado, ciencia: avisoDePrivacidade.versao }
  const feito = await conta.tentar('cadastro', async () => {
    const recebido: CadastroRecebido = await (await conta.enviar('POST', '/contas', pedido)).json()
    conta.mudar({ recebido, enviadoEm: Date.now() })
  })
  if (feito) conta.casa.mostrar('confirmar')
}

function informadoDe(conta: Conta): Omit<PedidoDeCadastro, 'ciencia'> {
  const lido = lerEndereco(conta)
  return {
    documento: conta.ler('documento'),
    nome: conta.ler('nome'),
    email: conta.ler('email'),
    senha: conta.ler('senha'),
    ...preenchidos(conta, [...doPerfil, ...doContato]),
    ...(lido && { endereco: lido }),
  }
}

const ordem: readonly string[] = ['documento', 'nome', 'email', 'senha', ...doPerfil, ...doContato, ...doEndereco, 'ciencia']

function naOrdemDaTela<E extends { caminho: string }>(erros: readonly E[]): E[] {
  return erros.toSorted((um, outro) => ordem.indexOf(um.caminho) - ordem.indexOf(outro.caminho))
}

function titular(conta: Conta) {
  const documento = lerDocumento(conta.ler('documento'))?.valor
  return { nome: conta.ler('nome'), usuario: conta.ler('usuario'), email: conta.ler('email'), documento }
}
