import { en as frasesEmIngles } from '../../contract/idiomas/en.js'
import { es as frasesEmEspanhol } from '../../contract/idiomas/es.js'
import { dadosEm, tradutor } from '../../contract/idiomas/traduzir.js'
import type { Problema } from '../../contract/problema.js'
import { type Codigo, problemas } from './catalogue.js'
import { en } from './catalogue-en.js'
import { es } from './catalogue-es.js'

const idiomas = {
  en: { catalogo: en, traduzir: tradutor(frasesEmIngles, dadosEm('en')) },
  es: { catalogo: es, traduzir: tradutor(frasesEmEspanhol, dadosEm('es')) },
}

/** Of the problems that the API answers, and of the pages. */
export type IdiomaDaApi = 'pt-BR' | keyof typeof idiomas

/** A problem in the language that is asked for most, of those spoken here; in pt-BR it stands as it is. */
export function noIdioma(accept: string | undefined, codigo: Codigo, problema: Problema): { idioma: string; problema: Problema } {
  const idioma = idiomaPedido(accept)
  if (idioma === 'pt-BR') return { idioma, problema }
  const { catalogo, traduzir } = idiomas[idioma]
  const { title, detail } = catalogo[codigo]
  const proprio = problema.detail === problemas[codigo].detail ? detail : traduzir(problema.detail)
  return {
    idioma,
    problema: {
      ...problema,
      title,
      detail: proprio === problema.detail ? detail : proprio,
      ...(problema.campos && { campos: problema.campos.map(({ caminho, mensagem }) => ({ caminho, mensagem: traduzir(mensagem) })) }),
    },
  }
}

/** Characters of `Accept-Language` that are read: browsers send far fewer. */
const maisLonga = 200

/** `Accept-Language` (RFC 9110 §12.5.4). */
export function idiomaPedido(accept = ''): IdiomaDaApi {
  const pedidos = accept
    .slice(0, maisLonga)
    .toLowerCase()
    .split(',')
    .map((um) => {
      const [nome = '', ...parametros] = um.split(';').map((parte) => parte.trim())
      const peso = parametros.find((parametro) => parametro.startsWith('q='))
      return { nome: nome.split('-')[0], peso: peso ? Number(peso.slice(2)) : 1 }
    })
  const [primeiro] = pedidos.filter(({ nome, peso }) => peso > 0 && /^(pt|es|en)$/.test(nome ?? '')).toSorted((a, b) => b.peso - a.peso)
  return primeiro?.nome === 'es' || primeiro?.nome === 'en' ? primeiro.nome : 'pt-BR'
}
