import { voz } from './voz.js'

/** The keyboard shortcuts of the desk. Other languages follow the same keys. */
export const atalhos = voz('atalhos', {
  titulo: 'Atalhos do teclado',
  explica: 'Valem fora dos campos de texto. Tudo o que fazem também se faz com botões.',
  usar: 'Usar atalhos do teclado',
  guardado: 'A escolha vale neste aparelho.',
  fechar: 'Fechar',
  tecla: 'Tecla',
  faz: 'O que faz',
  lista: [
    ['j', 'Próximo processo'],
    ['k', 'Processo anterior'],
    ['Enter', 'Abrir o processo'],
    ['x', 'Selecionar o processo'],
    ['/', 'Buscar'],
    ['r', 'Receber'],
    ['a', 'Atribuir a mim'],
    ['e', 'Encaminhar'],
    ['g u', 'Minha unidade'],
    ['g m', 'Meus'],
    ['g v', 'Vencidos'],
    ['g s', 'Vencem nesta semana'],
    ['g p', 'Prioridade por lei'],
    ['g c', 'Aguardando o cidadão'],
    ['g d', 'Parados'],
    ['g e', 'Encerrados'],
    ['?', 'Ver esta lista'],
  ],
} as const)
