import type { Fila } from '../../server/contract/gestao.js'
import { voz } from './voz.js'

/** What `<protocolo-gestao>` says around its views, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const gestao = voz('gestao', {
  subtitulo: 'Veja e responda os pedidos que chegam à sua unidade.',
  sair: 'Sair',
  voltar: 'Voltar para a fila',
  indicadores: 'Indicadores',
  administracao: 'Administração',
  abrirParaAlguem: 'Abrir para alguém',

  filas: {
    unidade: 'Minha unidade',
    minha: 'Meus',
    vencidos: 'Vencidos',
    semana: 'Vencem nesta semana',
    prioridade: 'Prioridade por lei',
    pendentes: 'Aguardando o cidadão',
    parados: 'Parados',
    encerrados: 'Encerrados',
  } satisfies Record<Fila, string>,
  unidades: 'Minhas unidades',

  semLotacao: {
    titulo: 'Você ainda não atende por aqui',
    texto: 'A sua conta não está ligada a nenhuma unidade deste órgão. Peça a quem administra o sistema para incluir você.',
  },
  passkey: {
    titulo: 'Falta uma chave de acesso',
    texto: 'Quem atende entra com uma chave de acesso: a digital, o rosto ou o PIN deste aparelho. Leva menos de um minuto.',
    criar: 'Criar chave de acesso',
    criando: 'Criando…',
    usar: 'Já tenho: entrar com ela',
    para: 'Para criar uma chave de acesso',
    feita: 'Chave de acesso criada.',
    fora: 'Este navegador ou esta página não aceita chaves de acesso. Abra a mesa no endereço do órgão ou fale com quem administra o sistema.',
  },
})
