import { html, nothing, type TemplateResult } from 'lit'
import { aceitos } from '../../server/contract/regras.js'
import type { DocumentoPedido } from '../../server/contract/tipo.js'
import type { Cartao } from '../client/api.js'
import { passos } from '../texts/novo-passos.pt-BR.js'
import { molduraDeGrupo, type Quadro } from './campos/moldura.js'
import { linhaDeEnvio } from './envio.js'
import type { Envios } from './envios.js'
import { seletor } from './seletor.js'

interface Arquivos {
  quadro: Quadro
  envios: Envios
  pedido: DocumentoPedido
  cartao: Cartao
  /** What the one to choose files is called, where its text alone is not enough. */
  nome: string
  /** Puts the focus where a row that goes away was. */
  focar(seletor: string): unknown
}

/** Files that go with an answer or a message: sent as they are chosen, each with where it stands. */
export function campoDeArquivos({ quadro, envios, pedido, cartao, nome, focar }: Arquivos): TemplateResult {
  const quantos = pedido.quantos ?? 1
  const bons = envios.arquivos.filter(({ situacao }) => situacao !== 'recusado').length
  const id = `${quadro.id}-escolher`
  const tirar = (chave: number) => {
    envios.remover(chave)
    void focar(`[id="${id}"]`)
  }
  const escolher = seletor({
    id,
    texto: bons > 0 ? passos.documentos.adicionar : passos.documentos.escolher,
    nome,
    classe: 'botao botao-fraco',
    aceita: aceitos(pedido),
    varios: quantos > 1,
    errado: Boolean(quadro.erro),
    aoEscolher: (novos) => envios.adicionar(novos, [pedido], cartao.anexos, pedido.codigo),
  })
  return molduraDeGrupo(
    quadro,
    html`${envios.arquivos.map((arquivo) =>
      linhaDeEnvio(arquivo, {
        textos: passos.documentos,
        tirar: () => tirar(arquivo.chave),
        tentar: () => envios.tentar(arquivo.chave),
      }),
    )}${bons < quantos ? html`<div class="linha">${escolher}</div>` : nothing}`,
  )
}
