import { buscarTipos } from '../../../server/contract/regras.js'
import { avisar } from '../../base/avisos.js'
import { ProblemaDaApi, type TipoResumo } from '../../client/api.js'
import { codigoDaFalha } from '../../parts/falha.js'
import { novo as textos } from '../../texts/novo.pt-BR.js'
import { criarAnuncio } from './anuncio.js'
import { estadoInicial } from './estado.js'
import type { Marca } from './historico.js'
import type { Novo } from './novo.js'

/** What can be asked for: the list, its search, and the one that was chosen. */
export class Catalogo {
  tipos: readonly TipoResumo[] = []
  /** The list has come, even if there is nothing in it. */
  veio = false
  busca = ''
  /** Codigo of the tipo on its way. */
  abrindo: string | undefined
  readonly #novo: Novo
  readonly #anunciarDepois: (texto: string) => void
  #carregado = ''
  /** What was last told to have failed. */
  #recusa: unknown

  constructor(novo: Novo) {
    this.#novo = novo
    this.#anunciarDepois = criarAnuncio(novo)
  }

  /** Fetches the list, or the tipo that the page asks for. A tag that only moved within the page keeps what it has. */
  async carregar(marca?: Marca): Promise<void> {
    const { entidade, tipo, orgao, api } = this.#novo.host
    const carregado = JSON.stringify([entidade, tipo, orgao, api])
    if (carregado === this.#carregado) return
    this.#mudar({ tipos: [], veio: false, busca: '' })
    this.#novo.mudar({ estado: estadoInicial, aviso: undefined, falta: undefined })
    const pedido = tipo || (marca && marca.passo !== 'tipo' ? marca.tipo : '')
    if (!pedido || !(await this.escolher(pedido, marca))) await this.#listar()
    this.#carregado = carregado
    this.#novo.adiantar()
  }

  async recarregar(): Promise<void> {
    this.#carregado = ''
    await this.carregar()
  }

  /** Types ahead in the list, and says how much was found once the person pauses. */
  procurar(busca: string): void {
    this.#mudar({ busca })
    if (busca.trim()) this.#anunciarDepois(textos.lista.achados(buscarTipos(this.tipos, busca).length))
  }

  /** The whole list again; the button that was pressed is gone, so the focus goes to the search. */
  limparBusca(): void {
    this.procurar('')
    void this.#novo.host.focar('[type=search]')
  }

  /** The presentation of a tipo, or the list without one. @throws what kept it from the screen */
  async mostrar(codigo: string): Promise<void> {
    this.#recusa = undefined
    if (!codigo) await this.ver('pagina')
    else if ((await this.escolher(codigo, undefined, 'pagina')) && this.#novo.estado.passo !== 'apresentacao') this.#novo.ir('apresentacao')
    if (this.#recusa) throw this.#recusa
  }

  /** From a tipo to the list. @param onde it was asked for */
  async ver(onde = 'lista'): Promise<void> {
    this.#novo.mudar({ falta: undefined })
    try {
      if (this.tipos.length === 0) await this.#listar()
      this.#novo.ir('tipo')
    } catch (erro) {
      this.#contar(onde, erro)
    }
  }

  /** Opens the presentation of a tipo; after a reload, its draft where it was. @returns whether it is there. */
  async escolher(codigo: string, marca?: Marca, onde = codigo): Promise<boolean> {
    const { host, guarda } = this.#novo
    this.#mudar({ abrindo: codigo })
    this.#novo.mudar({ falta: undefined })
    try {
      const [tipo] = await Promise.all([host.cliente.tipo(codigo), this.#novo.conta?.rascunhos?.procurar(codigo)])
      guarda.abrir(host.entidade, codigo)
      this.#novo.conta?.rascunhos?.abriu(codigo)
      const veioDaLista = this.tipos.length > 1
      this.#novo.fazer({ que: 'escolher', tipo })
      if (marca?.tipo === codigo && marca.passo !== 'apresentacao' && guarda.encontrado) await this.#novo.retomar(marca.passo)
      else if (veioDaLista) this.#novo.ir('apresentacao')
      if (this.#novo.estado.passo === 'tipo') this.#novo.fazer({ que: 'ir', passo: 'apresentacao' })
      return true
    } catch (erro) {
      if (this.tipos.length === 0 && !eRecusa(erro)) throw erro
      this.#contar(onde, erro)
      return false
    } finally {
      this.#mudar({ abrindo: undefined })
    }
  }

  /** Where there is only one tipo, there is nothing to choose. */
  async #listar(): Promise<void> {
    const { orgao, cliente } = this.#novo.host
    const todos = await cliente.tipos()
    this.#mudar({ tipos: orgao ? todos.filter((tipo) => tipo.orgao.sigla === orgao) : todos, veio: true })
    const [unico, ...outros] = this.tipos
    if (unico && outros.length === 0 && !this.#novo.aviso) await this.escolher(unico.codigo)
  }

  /** A tipo that is gone or closed says why; what else fails may be tried again, where it was asked for. */
  #contar(onde: string, erro: unknown): void {
    this.#recusa = erro
    if (!eRecusa(erro)) {
      this.#novo.mudar({ falta: { onde, erro } })
      avisar('P05', 'os assuntos não carregaram', erro)
      return
    }
    this.#novo.host.emitir('protocolo-falha', { codigo: codigoDaFalha(erro) })
    this.#novo.mudar({ aviso: { tom: 'atencao', texto: erro.problema.detail } })
    void this.#novo.host.focar('.aviso')
  }

  #mudar(parte: Partial<Pick<Catalogo, 'tipos' | 'veio' | 'busca' | 'abrindo'>>): void {
    Object.assign(this, parte)
    this.#novo.host.requestUpdate()
  }
}

/** The tipo is closed or does not exist: trying again does not help. */
function eRecusa(erro: unknown): erro is ProblemaDaApi {
  return erro instanceof ProblemaDaApi && (erro.problema.codigo === 'tipo_fechado' || erro.problema.codigo === 'tipo_desconhecido')
}
