import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { CadastroRecebido, PedidoDeCadastro } from '../../server/contract/contas.js'
import type { Cartao } from '../../server/contract/entidade.js'
import { diaEm, escreverCep, lerCep, lerDocumento, sexos, ufs, validarCadastro } from '../../server/contract/regras.js'
import { lista } from '../parts/campos/opcoes.js'
import { aoEnviar, botaoDeEnviar } from '../parts/formulario.js'
import { titulo } from '../parts/titulo.js'
import { cadastro as textos } from '../texts/cadastro.pt-BR.js'
import { conta as comuns } from '../texts/conta.pt-BR.js'
import { campoDaConta } from './campo.js'
import type { Conta } from './conta.js'
import { escreverDocumento } from './recuperar.js'
import { campoDaSenhaNova } from './regras-da-senha.js'

const { campos } = textos
const rotulos = Object.fromEntries(Object.entries(campos).map(([caminho, { rotulo }]) => [caminho, rotulo]))
const opcionais = ['nomeSocial', 'usuario', 'nascimento', 'sexo', 'telefone'] as const
const doEndereco = ['cep', 'tipoDeLogradouro', 'logradouro', 'numero', 'complemento', 'bairro', 'municipio', 'uf', 'pais'] as const

/** The form to sign up. Only what is starred is asked for; the rest stands folded away. */
export function cadastro(conta: Conta, cartao: Cartao): TemplateResult {
  const { estado, casa } = conta
  const enviar = () => enviarCadastro(conta, cartao)
  const tem = (caminhos: readonly string[]) => caminhos.some((caminho) => conta.erro(caminho) !== undefined)
  return html`<div>${titulo(casa.host.nivel, textos.titulo)}
      <p class="secundario">${textos.subtitulo}</p>
    </div>
    ${conta.problemas(rotulos, enviar)}
    <p class="secundario">${comuns.obrigatorios}</p>
    <form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
      ${campoDaConta(conta, 'documento', { ...campos.documento, obrigatorio: true, autocapitalize: 'characters', formatar: escreverDocumento })}
      ${campoDaConta(conta, 'nome', { ...campos.nome, obrigatorio: true, autocomplete: 'name', autocapitalize: 'words' })}
      ${campoDaConta(conta, 'email', { ...campos.email, obrigatorio: true, type: 'email', inputmode: 'email', autocomplete: 'email' })}
      ${campoDaSenhaNova(conta, campos.senha.rotulo, titular(conta))}
      <details ?open=${tem(opcionais)}>
        <summary>${textos.sobreVoce}</summary>
        <div class="pilha recuada">${sobreVoce(conta)}</div>
      </details>
      <details ?open=${tem(doEndereco.map((parte) => `endereco.${parte}`))}>
        <summary>${textos.endereco}</summary>
        <div class="grade recuada">${endereco(conta)}</div>
      </details>
      ${privacidade(conta, cartao)}
      <div class="pilha-curta">
        ${botaoDeEnviar(estado.ocupado === 'cadastro', textos.criar, textos.criando)}
        <button type="button" class="botao botao-texto rente" @click=${() => casa.mostrar('entrar')}>${textos.tenho}</button>
      </div>
    </form>`
}

function sobreVoce(conta: Conta): unknown {
  const escolhas = sexos.map((valor) => ({ valor, rotulo: textos.sexos[valor] }))
  const sexo = { id: conta.id('sexo'), ...campos.sexo, erro: conta.erro('sexo') }
  return html`${campoDaConta(conta, 'nomeSocial', { ...campos.nomeSocial, autocapitalize: 'words', autocomplete: 'nickname' })}
    ${campoDaConta(conta, 'usuario', { ...campos.usuario, maxlength: 30 })}
    ${campoDaConta(conta, 'nascimento', { ...campos.nascimento, type: 'date', autocomplete: 'bday' })}
    ${lista(sexo, escolhas, conta.ler('sexo'), textos.semEscolha, (valor) => conta.digitar('sexo', valor))}
    ${campoDaConta(conta, 'telefone', { ...campos.telefone, type: 'tel', inputmode: 'tel', autocomplete: 'tel' })}`
}

function endereco(conta: Conta): unknown {
  const preencher = {
    cep: { inputmode: 'numeric', autocomplete: 'postal-code', formatar: escreverCepLido },
    logradouro: { autocomplete: 'address-line1' },
    complemento: { autocomplete: 'address-line2' },
    bairro: { autocomplete: 'address-level3' },
    municipio: { autocomplete: 'address-level2' },
    pais: { autocomplete: 'country-name' },
  } as const
  return doEndereco.map((parte) => {
    const caminho = `endereco.${parte}` as const
    if (parte !== 'uf') {
      return campoDaConta(conta, caminho, { ...campos[caminho], ...(parte in preencher && preencher[parte as keyof typeof preencher]) })
    }
    const quadro = { id: conta.id(caminho), ...campos[caminho], erro: conta.erro(caminho) }
    const siglas = ufs.map((sigla) => ({ valor: sigla, rotulo: sigla }))
    return lista(quadro, siglas, conta.ler(caminho), '', (valor) => conta.digitar(caminho, valor))
  })
}

/** Acknowledged, not consented to: the legal basis is the public competence (Lei 13.709 art. 23). */
function privacidade(conta: Conta, { avisoDePrivacidade: aviso, encarregado }: Cartao): TemplateResult {
  const id = conta.id('ciencia')
  const erro = conta.erro('ciencia')
  const [resumo, ...resto] = aviso.texto.split(/\n+/).filter(Boolean)
  const marcar = (evento: Event) => evento.target instanceof HTMLInputElement && conta.mudar({ ciencia: evento.target.checked })
  return html`<section class="pilha-curta">
    ${titulo(conta.casa.host.nivel + 1, textos.privacidade, 'subtitulo')}
    <p>${resumo}</p>
    ${resto.length > 0 ? html`<details><summary>${textos.privacidadeResto}</summary><div class="pilha-curta recuada">${resto.map((parte) => html`<p>${parte}</p>`)}</div></details>` : nothing}
    ${aviso.endereco ? html`<p><a href=${aviso.endereco} target="_blank" rel="noopener">${textos.privacidadeCompleta}</a></p>` : nothing}
    <p class="secundario">${textos.encarregado} ${encarregado.nome}, <a href="mailto:${encarregado.email}">${encarregado.email}</a></p>
    <div class="campo ${erro ? 'com-erro' : ''}">
      ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
      <label class="opcao"
        ><input
          type="checkbox"
          id=${id}
          name="ciencia"
          required
          .checked=${live(conta.estado.ciencia)}
          aria-invalid=${erro ? 'true' : nothing}
          aria-describedby=${erro ? `${id}-erro` : nothing}
          @change=${marcar}
        /><span class="opcao-texto"><span>${textos.ciencia}<span class="exigido" aria-hidden="true"> *</span></span></span></label
      >
    </div>
  </section>`
}

async function enviarCadastro(conta: Conta, { fuso, avisoDePrivacidade }: Cartao): Promise<void> {
  const informado = informadoDe(conta)
  const validado = validarCadastro(informado, diaEm(fuso, new Date()))
  const erros = [
    ...(validado.ok ? [] : validado.erros),
    ...(conta.estado.ciencia ? [] : [{ caminho: 'ciencia', mensagem: textos.cienciaFalta }]),
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
  const preenchidos = (nomes: readonly string[], prefixo = '') =>
    Object.fromEntries(nomes.flatMap((nome) => (conta.ler(prefixo + nome).trim() ? [[nome, conta.ler(prefixo + nome)]] : [])))
  const endereco = preenchidos(doEndereco, 'endereco.')
  return {
    documento: conta.ler('documento'),
    nome: conta.ler('nome'),
    email: conta.ler('email'),
    senha: conta.ler('senha'),
    ...preenchidos(opcionais),
    ...(Object.keys(endereco).length > 0 && { endereco }),
  }
}

const ordem = ['documento', 'nome', 'email', 'senha', ...opcionais, ...doEndereco.map((parte) => `endereco.${parte}`), 'ciencia']

function naOrdemDaTela<E extends { caminho: string }>(erros: readonly E[]): E[] {
  return erros.toSorted((um, outro) => ordem.indexOf(um.caminho) - ordem.indexOf(outro.caminho))
}

function titular(conta: Conta) {
  const documento = lerDocumento(conta.ler('documento'))?.valor
  return { nome: conta.ler('nome'), usuario: conta.ler('usuario'), email: conta.ler('email'), documento }
}

function escreverCepLido(texto: string): string {
  const cep = lerCep(texto)
  return cep ? escreverCep(cep) : texto
}
