import type { Cartao } from '../../client/api.js'
import type { Digitado } from '../../parts/campos/digitado.js'
import type { Formulario } from '../../parts/campos/moldura.js'
import { passos as textos } from '../../texts/novo-passos.pt-BR.js'
import type { RequerenteDigitado } from './estado.js'
import type { Novo } from './novo.js'
import type { Preenchimento } from './preenchimento.js'

type ParteDeTexto = 'nome' | 'documento' | 'email' | 'telefone' | 'matricula'
const partesDeTexto: readonly ParteDeTexto[] = ['nome', 'documento', 'email', 'telefone', 'matricula']

/** What the fields see of the state. `caminho` is as in the API's errors: `respostas.<codigo>`, `requerente.<parte>`. */
export function criarFormulario(preenchimento: Preenchimento, cartao: Cartao): Formulario {
  const { novo, auxilios, toque, anunciarDepois } = preenchimento
  return {
    prefixo: novo.host.prefixo,
    hoje: preenchimento.meio(cartao).hoje,
    textos,
    auxilios,
    ler: (caminho) => ler(novo, caminho),
    erro: (caminho) => novo.estado.erros.find((erro) => erro.caminho === caminho)?.mensagem,
    mudar: (caminho, valor) => mudar(novo, caminho, valor),
    sair: (caminho) => toque.depois(() => conferir(preenchimento, cartao, caminho)),
    anunciarDepois,
  }
}

function ler({ estado }: Novo, caminho: string): Digitado | undefined {
  const parte = parteDoRequerente(caminho)
  return parte ? estado.requerente[parte] : estado.respostas[caminho.replace(/^respostas\./, '')]
}

function mudar(novo: Novo, caminho: string, valor: Digitado): void {
  const parte = parteDoRequerente(caminho)
  if (!parte) novo.fazer({ que: 'responder', codigo: caminho.replace(/^respostas\./, ''), valor })
  else if (typeof valor === 'string') novo.fazer({ que: 'identificar', dados: { [parte]: valor } satisfies Partial<RequerenteDigitado> })
}

function parteDoRequerente(caminho: string): ParteDeTexto | undefined {
  return partesDeTexto.find((parte) => caminho === `requerente.${parte}`)
}

/** Once corrected, an error goes away; a field not yet refused is left in peace. */
export function conferir(preenchimento: Preenchimento, cartao: Cartao, caminho: string): void {
  const { novo } = preenchimento
  const { erros } = novo.estado
  const dele = (outro: string) => outro === caminho || outro.startsWith(`${caminho}.`)
  if (!erros.some((erro) => dele(erro.caminho))) return
  const atuais = preenchimento.erros(cartao)
  const restam = erros.flatMap((erro) => (dele(erro.caminho) ? atuais.filter((atual) => atual.caminho === erro.caminho) : [erro]))
  novo.fazer({ que: 'recusar', erros: restam })
}
