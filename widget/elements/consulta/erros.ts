import type { Problema } from '../../client/api.js'
import type { Consulta, Erros, Ocupado } from './consulta.js'

/** The fields that a problem of the API speaks of. @param naoAbre what to say beside the code when only the code can be wrong */
export function errosNosCampos(
  { estado: { digitado }, variosOrgaos, textos }: Consulta,
  { codigo, detail, campos = [] }: Problema,
  ocupado: Ocupado,
  naoAbre: string | undefined,
): Erros {
  const mensagens = campos.filter(({ caminho }) => caminho in digitado).map(({ caminho, mensagem }) => [caminho, mensagem])
  if (mensagens.length > 0) return Object.fromEntries(mensagens)
  if (naoAbre && codigo === 'protocolo_nao_encontrado') return { codigo: naoAbre }
  if (ocupado !== 'consultar' && ocupado !== 'mostrar') return {}
  if (codigo === 'protocolo_nao_encontrado') {
    const falta = {
      ...(variosOrgaos && !digitado.orgao && { orgao: textos.erros.orgao }),
      ...(!digitado.ano.trim() && { ano: textos.erros.ano }),
    }
    if (/^[\d.\s]+$/.test(digitado.numero) && Object.keys(falta)[0]) return falta
    return { numero: detail, ...(digitado.codigo.trim() && { codigo: textos.erros.confiraCodigo }) }
  }
  return codigo === 'numero_incompleto' || codigo === 'numero_ambiguo' ? { numero: detail, orgao: '' } : {}
}
