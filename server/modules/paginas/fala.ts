import type { Context } from 'hono'
import { en } from '../../contract/idiomas/en.js'
import { es } from '../../contract/idiomas/es.js'
import { paginas as paginasEmIngles } from '../../contract/idiomas/paginas-en.js'
import { paginas as paginasEmEspanhol } from '../../contract/idiomas/paginas-es.js'
import { palavras as palavrasEmIngles } from '../../contract/idiomas/palavras-en.js'
import { palavras as palavrasEmEspanhol } from '../../contract/idiomas/palavras-es.js'
import { dadosEm, escritorDeContas, tradutor } from '../../contract/idiomas/traduzir.js'
import { palavras } from '../../contract/palavras.js'
import { type IdiomaDaApi, idiomaPedido } from '../../platform/http/idioma.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { chamar } from '../entidades/nomes.js'

/** How a page speaks. */
export interface Fala {
  idioma: IdiomaDaApi
  /** Says what is written here in pt-BR, which in pt-BR calls things as the entidade does. */
  dizer(frase: string): string
  palavras: typeof palavras
  contar: (n: number) => string
  /** With one decimal. */
  contarComUma: (n: number) => string
}

const comUma = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
const contas = (idioma: IdiomaDaApi) => ({ contar: escritorDeContas(idioma), contarComUma: escritorDeContas(idioma, comUma) })

const falas = {
  'pt-BR': { palavras, ...contas('pt-BR') },
  en: { palavras: palavrasEmIngles, ...contas('en'), dizer: tradutor({ ...en, ...paginasEmIngles }, dadosEm('en')) },
  es: { palavras: palavrasEmEspanhol, ...contas('es'), dizer: tradutor({ ...es, ...paginasEmEspanhol }, dadosEm('es')) },
}

export function falaDe(c: Context, entidade?: EntidadeAberta): Fala {
  const idioma = idiomaPedido(c.req.header('Accept-Language'))
  const emPortugues = entidade ? chamar(entidade) : (frase: string) => frase
  return { idioma, dizer: emPortugues, ...falas[idioma] }
}
