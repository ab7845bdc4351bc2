import type { Problema } from '../../client/api.js'
import type { Consulta, Erros, Ocupado } from './consulta.js'

/** Where a problem of the API is said beside fields; the page is told of it. @param naoAbre what to say when only the code can be wrong */
export function errosNosCampos(consulta: Consulta, problema: Problema, ocupado: Ocupado, naoAbre: string | undefined): Erros {
  const erros = doProblema(consulta, problema, ocupado, naoAbre)
  if (Object.keys(erros).length > 0) consulta.host.emitir('protocolo-falha', { codigo: problema.codigo })
  return erros
}

function doProblema(
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
