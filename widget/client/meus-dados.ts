import type { Conta, ContatoPedido, EspecieDeContato, MudancaDaConta } from '../../server/contract/contas.js'
import type { ContaExcluida } from '../../server/contract/titular.js'
import { lerJson, SemConexao } from './api.js'
import type { Sessao } from './sessao.js'

export type { Conta, ContaExcluida, ContatoPedido, EspecieDeContato, MudancaDaConta }

/**
 * What a person does with their own conta. Every call throws ProblemaDaApi or SemConexao.
 * `confirmado` is what showing again who they are gave.
 */
export interface MeusDados {
  mudar(mudanca: MudancaDaConta): Promise<Conta>
  /** Sends a code to a contact that is to count from now on; of the e-mail, also to the present one. */
  pedirContato(especie: EspecieDeContato, valor: string, confirmado?: string): Promise<ContatoPedido>
  confirmarContato(confirmacao: string, codigos: { codigo: string; codigoAtual?: string }): Promise<Conta>
  reenviarContato(confirmacao: string): Promise<ContatoPedido>
  /** Of the e-mail, gives up the change that waits. */
  removerContato(especie: EspecieDeContato): Promise<Conta>
  foto(): Promise<Blob>
  trocarFoto(foto: Blob): Promise<void>
  removerFoto(): Promise<void>
  trocarSenha(senha: string, confirmado: string): Promise<void>
  /** Everything there is about the person, in a ZIP. @param aoReceber hears of how many bytes came so far */
  exportar(confirmado: string, aoReceber: (bytes: number) => void): Promise<Blob>
  excluir(confirmado: string): Promise<ContaExcluida>
}

export function meusDadosDe(sessao: Sessao): MeusDados {
  const pedir = (metodo: string, caminho: string, corpo?: unknown, confirmado?: string) =>
    sessao.pedir(metodo, `/conta${caminho}`, corpo, confirmado ? { headers: { 'Protocolo-Confirmacao': confirmado } } : {})
  const ler = async <T>(...pedido: Parameters<typeof pedir>): Promise<T> => lerJson<T>(await pedir(...pedido))
  const fazer = async (...pedido: Parameters<typeof pedir>): Promise<void> => void (await pedir(...pedido))
  return {
    mudar: (mudanca) => ler('PATCH', '', mudanca),
    pedirContato: (especie, valor, confirmado) => ler('POST', '/contatos', { especie, valor }, confirmado),
    confirmarContato: (confirmacao, codigos) => ler('POST', `/contatos/${confirmacao}`, codigos),
    reenviarContato: (confirmacao) => ler('POST', `/contatos/${confirmacao}/envios`, {}),
    removerContato: (especie) => ler('DELETE', `/contatos/${especie}`),
    foto: async () => (await pedir('GET', '/foto')).blob(),
    trocarFoto: (foto) => fazer('PUT', '/foto', foto),
    removerFoto: () => fazer('DELETE', '/foto'),
    trocarSenha: (senha, confirmado) => fazer('PUT', '/senha', { senha }, confirmado),
    exportar: async (confirmado, aoReceber) => receber(await pedir('GET', '/exportacao', undefined, confirmado), aoReceber),
    excluir: (confirmado) => ler('DELETE', '', undefined, confirmado),
  }
}

async function receber({ body, headers }: Response, aoReceber: (bytes: number) => void): Promise<Blob> {
  const partes: Uint8Array<ArrayBuffer>[] = []
  let total = 0
  const leitor = body?.getReader()
  try {
    for (let lida = await leitor?.read(); lida && !lida.done; lida = await leitor?.read()) {
      partes.push(lida.value)
      total += lida.value.length
      aoReceber(total)
    }
  } catch (erro) {
    throw new SemConexao('body', { cause: erro })
  }
  return new Blob(partes, { type: headers.get('Content-Type') ?? '' })
}
