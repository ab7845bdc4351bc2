import { type CampoValidado, validarCampo } from './campo.js'
import { propria, visivel } from './condicao.js'
import { type CampoComErro, mensagens } from './mensagens.js'
import type { Dia } from './prazo.js'
import type { Campo, Resposta, Respostas } from './tipo.js'

export type RespostasValidadas = { ok: true; respostas: Respostas } | { ok: false; erros: CampoComErro[] }

/**
 * Reads the answers of a form, each into the shape it is kept in. An answer to a question that is not shown is dropped;
 * one to a question that does not exist is refused. `hoje` is the day in the entidade's time zone.
 */
export function validarRespostas(campos: readonly Campo[], respostas: Readonly<Record<string, unknown>>, hoje: Dia): RespostasValidadas {
  const lidas = new Map<string, Resposta>()
  const erros: CampoComErro[] = []
  for (const campo of campos) {
    if (!visivel(campo.quando, Object.fromEntries(lidas))) continue
    const lido = validarCampo(campo, propria(respostas, campo.codigo), hoje)
    if ('mensagem' in lido) erros.push(...errosDe(campo, lido))
    else if (lido.valor !== undefined) lidas.set(campo.codigo, lido.valor)
  }
  const conhecidos = new Set(campos.map((campo) => campo.codigo))
  if (Object.keys(respostas).some((codigo) => !conhecidos.has(codigo))) {
    erros.push({ caminho: 'respostas', mensagem: mensagens.desconhecida })
  }
  return erros.length > 0 ? { ok: false, erros } : { ok: true, respostas: Object.fromEntries(lidas) }
}

function errosDe(campo: Campo, lido: Extract<CampoValidado, { mensagem: string }>): CampoComErro[] {
  const caminho = `respostas.${campo.codigo}`
  if (!lido.partes) return [{ caminho, mensagem: lido.mensagem }]
  return lido.partes.map((parte) => ({ caminho: `${caminho}.${parte.caminho}`, mensagem: parte.mensagem }))
}
