import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type EnderecoDoCep, lerJson, pedir } from '../../client/api.js'
import { cep as textos } from '../../texts/cep.pt-BR.js'

/** Where the help for one field stands. */
export type Auxilio = 'procurando' | 'achado' | 'sem-busca' | 'medindo' | 'negada' | 'indisponivel'

export interface Posicao {
  /** Degrees, WGS 84. */
  latitude: number
  longitude: number
  /** Metres. */
  precisao: number
}

type Hospedeiro = ReactiveControllerHost & {
  readonly cliente: { readonly raiz: string }
  anunciar(texto: string): unknown
}

/** Looks a CEP up and asks the device for its position, for the fields of one form. A failure only means that people type. */
export class Auxilios implements ReactiveController {
  readonly #host: Hospedeiro
  readonly #situacoes = new Map<string, Auxilio>()
  readonly #procurados = new Map<string, string>()
  readonly #achados = new Map<string, EnderecoDoCep>()

  constructor(host: Hospedeiro) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#situacoes.clear()
    this.#procurados.clear()
  }

  de(caminho: string): Auxilio | undefined {
    return this.#situacoes.get(caminho)
  }

  /** What is said beside a CEP of how it is being looked up. */
  dizerDoCep(caminho: string): string | undefined {
    const auxilio = this.de(caminho)
    if (auxilio === 'procurando') return textos.procurando
    if (auxilio === 'achado') return textos.achado
    return auxilio === 'sem-busca' ? textos.semBusca : undefined
  }

  /** Looks a CEP up once. `aoAchar` also gets what the last one had filled in, so as not to overwrite what people typed. */
  async procurarCep(
    caminho: string,
    cep: string,
    aoAchar: (endereco: EnderecoDoCep, antes: EnderecoDoCep | undefined) => void,
  ): Promise<void> {
    if (this.#procurados.get(caminho) === cep) return
    this.#procurados.set(caminho, cep)
    this.#dizer(caminho, 'procurando')
    const endereco = await this.#buscar(cep).catch(() => undefined)
    if (this.#procurados.get(caminho) !== cep) return
    if (endereco) {
      aoAchar(endereco, this.#achados.get(caminho))
      this.#achados.set(caminho, endereco)
    }
    this.#dizer(caminho, endereco ? 'achado' : 'sem-busca')
    void this.#host.anunciar(endereco ? textos.achado : textos.semBusca)
  }

  async #buscar(cep: string): Promise<EnderecoDoCep> {
    return lerJson(await pedir(`${this.#host.cliente.raiz}/cep/${encodeURIComponent(cep)}`))
  }

  medirPosicao(caminho: string, aoMedir: (posicao: Posicao) => void): void {
    const medivel = 'geolocation' in navigator
    this.#dizer(caminho, medivel ? 'medindo' : 'indisponivel')
    if (!medivel) return
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        this.#dizer(caminho, undefined)
        aoMedir({ latitude, longitude, precisao: Math.round(accuracy) })
      },
      (erro) => {
        this.#dizer(caminho, erro.code === erro.PERMISSION_DENIED ? 'negada' : 'indisponivel')
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    )
  }

  #dizer(caminho: string, auxilio: Auxilio | undefined): void {
    if (auxilio) this.#situacoes.set(caminho, auxilio)
    else this.#situacoes.delete(caminho)
    this.#host.requestUpdate()
  }
}

/** What a CEP knows of an address. */
export const partesDoCep = ['logradouro', 'bairro', 'municipio', 'uf'] as const

/** The parts that a CEP fills in: those that are empty or came from the last one. What people wrote themselves stays. */
export function partesAPreencher(
  ler: (parte: (typeof partesDoCep)[number]) => string,
  achado: EnderecoDoCep,
  antes: EnderecoDoCep | undefined,
): Partial<EnderecoDoCep> {
  const livres = partesDoCep.filter((parte) => ler(parte).trim() === '' || ler(parte) === antes?.[parte])
  return Object.fromEntries(livres.map((parte) => [parte, achado[parte]]))
}
