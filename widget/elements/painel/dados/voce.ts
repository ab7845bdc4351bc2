import { html, nothing, type TemplateResult } from 'lit'
import { escreverData } from '../../../../server/contract/palavras.js'
import { diaEm, formatarDocumento, sexos, validarPerfil } from '../../../../server/contract/regras.js'
import { abrirFoto, escolherFoto } from '../../../account/foto.js'
import { campoDoNome, doPerfil, preenchidos, rotulos, sobreVoce } from '../../../account/grupos.js'
import { dados as todos } from '../../../texts/dados.pt-BR.js'
import { perfil } from '../../../texts/perfil.pt-BR.js'
import type { Dados, VistaDosDados } from './dados.js'
import { retrato } from './retrato.js'
import { botaoDeMudar, ficha, formulario, secao } from './secao.js'

const { voce: textos } = todos
const { campos } = perfil

/** Name, login name, birth, sex; the document, which is fixed; the photo. */
export function voce(vista: VistaDosDados): TemplateResult {
  const { dados, conta } = vista
  const { nome, nomeSocial = '', usuario, nascimento = '', sexo = '', documento } = conta
  const sexoDela = sexos.find((um) => um === sexo)
  const abrir = () => dados.abrir('voce', { nome, nomeSocial, usuario: usuario ?? '', nascimento, sexo })
  return html`${foto(dados, nomeSocial || nome)}
  ${secao(dados, 'voce', {
    titulo: textos.secao,
    botao: botaoDeMudar(abrir, textos.secao),
    vista: html`${ficha([
      [campos.nome.rotulo, nome],
      [campos.nomeSocial.rotulo, nomeSocial],
      [campos.documento.rotulo, formatarDocumento(documento)],
      [campos.usuario.rotulo, usuario],
      [campos.nascimento.rotulo, nascimento && escreverData(nascimento)],
      [campos.sexo.rotulo, sexoDela && perfil.sexos[sexoDela]],
    ])}
      <p class="secundario">${textos.documentoFixo}</p>`,
    formulario: () =>
      formulario(dados, {
        rotulos,
        campos: html`${campoDoNome(dados.ficha)} ${sobreVoce(dados.ficha, [])}`,
        enviar: () => salvar(vista),
      }),
  })}`
}

async function salvar({ dados, cartao }: VistaDosDados): Promise<void> {
  const nome = dados.ficha.ler('nome')
  const lidos = preenchidos(dados.ficha, doPerfil)
  const validado = validarPerfil({ nome, ...lidos }, diaEm(cartao.fuso, new Date()))
  if (dados.ficha.recusar(validado.ok ? [] : validado.erros)) return
  const { nomeSocial = null, usuario = null, nascimento = null, sexo = null } = lidos
  await dados.salvar(textos.salvo, async () => {
    const mudada = await dados.api.mudar({ nome, nomeSocial, usuario, nascimento, sexo })
    await dados.dentro.painel.sessao.renomear(mudada.nomeSocial ?? mudada.nome)
    return mudada
  })
}

function foto(dados: Dados, nome: string): TemplateResult {
  const { foto: atual, fotoNova: nova } = dados
  const id = dados.ficha.id('foto')
  const { ajuda, remover } = perfil.foto
  return secao(dados, 'foto', {
    titulo: textos.foto,
    vista: html`<div class="identidade">
      ${retrato(dados, nome)}
      <div class="pilha-curta">
        <p class="secundario" id="${id}-ajuda">${atual ? nothing : `${textos.semFoto} `}${ajuda}</p>
        ${
          dados.aberta
            ? nothing
            : html`<div class="linha">
                ${escolherFoto(id, (arquivo) => void escolher(dados, arquivo), `${id}-ajuda`)}
                ${atual ? html`<button type="button" class="botao botao-texto" @click=${() => void apagar(dados)}>${remover}</button>` : nothing}
              </div>`
        }
      </div>
    </div>`,
    formulario: () =>
      formulario(dados, {
        rotulos: {},
        campos: html`<div class="identidade">${nova?.tela}<p>${textos.nova}</p></div>`,
        botao: [textos.salvarFoto, todos.salvando],
        enviar: () => salvarFoto(dados),
      }),
  })
}

async function escolher(dados: Dados, arquivo: File): Promise<void> {
  const nova = await abrirFoto(arquivo).catch(() => undefined)
  if (!nova) return dados.recusar('foto', [{ caminho: 'foto', mensagem: perfil.foto.naoAbriu }])
  dados.fotoNova = nova
  dados.abrir('foto')
}

async function salvarFoto(dados: Dados): Promise<void> {
  const { fotoNova } = dados
  if (!fotoNova || !(await dados.ficha.tentar('salvar', () => dados.api.trocarFoto(fotoNova.bytes)))) return
  dados.foto = fotoNova
  dados.fechar(textos.fotoSalva)
}

async function apagar(dados: Dados): Promise<void> {
  const apagou = await dados.agir('foto', 'remover', () => dados.api.removerFoto())
  if (!apagou) return
  dados.foto = undefined
  dados.dizer('foto', textos.fotoRemovida)
}
