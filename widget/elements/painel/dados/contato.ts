import { html, nothing, type TemplateResult } from 'lit'
import { escreverTelefone, lerEmail, lerTelefone, mensagens } from '../../../../server/contract/regras.js'
import { campoDaConta } from '../../../account/campo.js'
import { campoDoCodigo, lerCodigos, reenvio } from '../../../account/codigo.js'
import type { Conta, EspecieDeContato } from '../../../client/meus-dados.js'
import { aviso } from '../../../parts/aviso.js'
import { quebravel } from '../../../parts/contato.js'
import { dados as todos } from '../../../texts/dados.pt-BR.js'
import { perfil } from '../../../texts/perfil.pt-BR.js'
import type { VistaDosDados } from './dados.js'
import { botaoDeMudar, formulario, secao } from './secao.js'

const { contato: textos } = todos
const especies: readonly EspecieDeContato[] = ['email', 'emailAlternativo', 'telefone']
type Pendente = Conta['pendentes'][number]

/** How the person is reached: each contact with whether it is known to be theirs. */
export function contato(vista: VistaDosDados): TemplateResult {
  return html`${especies.map((especie) => umContato(vista, especie))}`
}

function umContato(vista: VistaDosDados, especie: EspecieDeContato): TemplateResult {
  const { dados, conta } = vista
  const nome = textos.secoes[especie]
  const valor = conta[especie]
  const pendente = conta.pendentes.find((um) => um.especie === especie)
  const abrir = () => dados.abrir(especie, { valor: especie === 'email' ? '' : escrever(especie, valor ?? '') })
  const esperando = pendente && dados.ficha.ler('confirmacao') === pendente.confirmacao
  return secao(dados, especie, {
    titulo: nome,
    ajuda: textos.para[especie],
    botao: botaoDeMudar(abrir, nome, !valor && !pendente),
    vista: html`${valor ? linha(escrever(especie, valor), confirmado(vista, especie)) : pendente ? nothing : html`<p>${todos.nada}</p>`}
    ${pendente ? aConfirmar(vista, pendente) : nothing}`,
    formulario: () => (esperando ? codigos(vista, pendente) : novo(vista, especie)),
  })
}

function linha(valor: string, confirmado: boolean | undefined): TemplateResult {
  const selo = confirmado
    ? html`<span class="selo selo-ok">${textos.confirmado}</span>`
    : html`<span class="selo selo-atencao">${textos.falta}</span>`
  return html`<p class="linha"><span translate="no">${quebravel(valor)}</span>${confirmado === undefined ? nothing : selo}</p>`
}

/** Nobody can tell of a phone where no text is sent. */
function confirmado({ conta, cartao }: VistaDosDados, especie: EspecieDeContato): boolean | undefined {
  if (especie !== 'telefone') return true
  return cartao.sms || conta.telefoneConfirmado ? conta.telefoneConfirmado : undefined
}

function aConfirmar(vista: VistaDosDados, { confirmacao, especie, valor }: Pendente): TemplateResult {
  const { dados } = vista
  const escrito = escrever(especie, valor)
  return html`<div class="pendente">
    ${linha(escrito, false)}
    <p class="secundario">${pedeOsDois(vista, especie) ? textos.esperandoOsDois(escrito) : textos.esperando(escrito)}</p>
    ${
      dados.aberta
        ? nothing
        : html`<div class="linha">
            <button type="button" class="botao botao-fraco" aria-label=${textos.informarQual(textos.secoes[especie])} @click=${() => dados.abrir(especie, { confirmacao })}>
              ${textos.informar}
            </button>
          </div>`
    }
  </div>`
}

function novo(vista: VistaDosDados, especie: EspecieDeContato): TemplateResult {
  const { dados, conta, cartao } = vista
  const comCodigo = especie !== 'telefone' || cartao.sms
  const daEspecie =
    especie === 'telefone'
      ? ({ type: 'tel', inputmode: 'tel', autocomplete: 'tel' } as const)
      : ({ type: 'email', inputmode: 'email', autocomplete: 'email' } as const)
  const rotulo = textos.novo[especie]
  const ajuda = especie === 'email' && conta.email ? textos.emailAjuda : perfil.campos[especie].ajuda
  const tem = conta[especie] || conta.pendentes.some((pendente) => pendente.especie === especie)
  return formulario(dados, {
    rotulos: { valor: rotulo },
    campos: campoDaConta(dados.ficha, 'valor', { rotulo, ajuda, obrigatorio: true, ...daEspecie }),
    enviar: () => pedir(vista, especie),
    ...(comCodigo && { botao: [pedeOsDois(vista, especie) ? textos.enviarOsDois : textos.enviar, textos.enviando] as const }),
    ...(especie !== 'email' && tem && { mais: remover(vista, especie) }),
  })
}

/** The change of an e-mail is confirmed at the present one too. */
function pedeOsDois({ conta }: VistaDosDados, especie: EspecieDeContato): boolean {
  return especie === 'email' && conta.email !== null
}

function remover({ dados }: VistaDosDados, especie: EspecieDeContato): TemplateResult {
  const apagar = () => dados.salvar(textos.removido[especie], () => dados.api.removerContato(especie))
  return html`<button type="button" class="botao botao-texto" aria-label=${textos.removerQual(textos.secoes[especie])} @click=${() => void apagar()}>
    ${textos.remover}
  </button>`
}

async function pedir(vista: VistaDosDados, especie: EspecieDeContato): Promise<void> {
  const { dados, cartao } = vista
  const { ficha, api } = dados
  const valor = ficha.ler('valor').trim()
  const telefone = especie === 'telefone'
  const certo = telefone ? lerTelefone(valor) : lerEmail(valor)
  if (ficha.recusar(certo ? [] : [{ caminho: 'valor', mensagem: telefone ? mensagens.telefone : mensagens.email }])) return
  if (telefone && !cartao.sms) return dados.salvar(todos.salvo, () => api.mudar({ telefone: valor }))
  await ficha.tentar('salvar', async () => {
    const confirmado = especie === 'email' ? await dados.dentro.reautenticacao.pedir('email') : ''
    if (confirmado === undefined) return
    const { confirmacao } = await api.pedirContato(especie, valor, confirmado)
    await dados.recarregar()
    dados.abrir(especie, { confirmacao })
    ficha.mudar({ enviadoEm: Date.now() })
    void dados.host.anunciar(pedeOsDois(vista, especie) ? textos.enviados : textos.enviado)
  })
}

/** The codes that were sent: one, or that of each of the two e-mails. */
function codigos(vista: VistaDosDados, { confirmacao, especie, valor }: Pendente): TemplateResult {
  const { dados, conta } = vista
  const { ficha } = dados
  const osDois = pedeOsDois(vista, especie)
  const doNovo = osDois ? textos.doNovo : perfil.codigo.rotulo
  const enviadoPara = (onde: string) => textos.enviadoPara(onde)
  return formulario(dados, {
    rotulos: { codigo: doNovo, codigoAtual: textos.doAtual },
    campos: html`<div class="dito" role="status">${ficha.estado.dito ? aviso({ tom: 'ok', conteudo: html`<p>${ficha.estado.dito}</p>` }) : nothing}</div>
      ${campoDoCodigo(ficha, 'codigo', doNovo, enviadoPara(escrever(especie, valor)))}
      ${osDois ? campoDoCodigo(ficha, 'codigoAtual', textos.doAtual, enviadoPara(conta.email ?? '')) : nothing}
      ${especie === 'telefone' ? nothing : html`<p class="secundario">${textos.spam}</p>`}`,
    botao: [perfil.codigo.confirmar, perfil.codigo.confirmando],
    enviar: () => confirmar(vista, confirmacao, especie),
    cancelar: textos.depois,
    mais: html`${reenvio(ficha, () => void reenviar(vista, confirmacao))}
    ${especie === 'email' ? html`<button type="button" class="botao botao-texto" @click=${() => void desistir(vista)}>${textos.desistir}</button>` : nothing}`,
  })
}

async function desistir({ dados }: VistaDosDados): Promise<void> {
  await dados.salvar(textos.desistiu, () => dados.api.removerContato('email'))
}

async function confirmar(vista: VistaDosDados, confirmacao: string, especie: EspecieDeContato): Promise<void> {
  const { dados } = vista
  const lidos = pedeOsDois(vista, especie) ? lerCodigos(dados.ficha, 'codigo', 'codigoAtual') : lerCodigos(dados.ficha, 'codigo')
  if (lidos) await dados.salvar(textos.confirmadoAgora[especie], () => dados.api.confirmarContato(confirmacao, lidos))
}

async function reenviar({ dados }: VistaDosDados, antiga: string): Promise<void> {
  const { ficha, api } = dados
  await ficha.tentar('reenviar', async () => {
    const { confirmacao } = await api.reenviarContato(antiga)
    await dados.recarregar()
    ficha.digitar('confirmacao', confirmacao)
    ficha.mudar({ enviadoEm: Date.now(), dito: perfil.codigo.reenviado })
  })
}

function escrever(especie: EspecieDeContato, valor: string): string {
  return especie === 'telefone' ? escreverTelefone(valor) : valor
}
