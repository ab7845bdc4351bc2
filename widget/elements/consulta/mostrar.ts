import { Engano } from '../../parts/falha.js'
import type { Consulta } from './consulta.js'

/** Consults a number as if the person had typed it. @throws what kept it from the screen */
export async function mostrar(consulta: Consulta, numero = ''): Promise<void> {
  if (consulta.estado.ocupado) throw new Engano('ocupada')
  if (consulta.estado.tela !== 'entrada') consulta.novaConsulta()
  consulta.mudar({ digitado: { numero, orgao: '', ano: '', codigo: '', documento: '' } })
  await consulta.consultar()
  if (consulta.estado.tela !== 'resultado') throw consulta.recusa ?? new Engano('campo_invalido', Object.values(consulta.estado.erros)[0])
}
