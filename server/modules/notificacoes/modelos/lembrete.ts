import { escreverDataHora, nomesDeSituacao } from '../../../contract/palavras.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/** Still to be answered, and done with. */
const grupos = [
  { titulo: 'Em aberto', terminado: false },
  { titulo: 'Terminados', terminado: true },
]

/** @param protocolos newest first, all of them filed with the address that this goes to. */
export function lembrete(
  { arquivo }: EntidadeAberta,
  protocolos: readonly ProtocoloDoAviso[],
  consultaDe: (numero: string) => string,
): Carta {
  const quantos = protocolos.length === 1 ? 'um protocolo' : `${protocolos.length} protocolos`
  return {
    assunto: 'Seus protocolos',
    resumo: `Encontramos ${quantos} com este e-mail.`,
    titulo: 'Seus protocolos',
    partes: [
      { especie: 'paragrafo', texto: `Encontramos ${quantos} com este e-mail. Toque em um número para ver o andamento.` },
      ...grupos.flatMap(({ titulo, terminado }) => {
        const itens = protocolos.filter(({ situacao }) => terminado === (situacao === 'encerrado' || situacao === 'cancelado'))
        return itens.length === 0 ? [] : [{ especie: 'lista' as const, titulo, itens: itens.map(item) }]
      }),
      { especie: 'paragrafo', texto: 'Para ver documentos e mensagens, use o código de acesso que está no comprovante de cada um.' },
    ],
    motivo: `Você recebeu esta mensagem porque alguém pediu a lista dos protocolos abertos com o seu CPF ou CNPJ e este e-mail. Se não foi você, pode ignorar: só este endereço a recebe.`,
  }

  function item({ numero, tipo, abertoEm, situacao }: ProtocoloDoAviso) {
    const aberto = `Aberto em ${escreverDataHora(abertoEm.toISOString(), arquivo.fuso)}`
    return {
      rotulo: numero,
      endereco: consultaDe(numero),
      linhas: [...(tipo === null ? [] : [tipo]), `${aberto} · ${nomesDeSituacao[situacao]}`],
    }
  }
}
