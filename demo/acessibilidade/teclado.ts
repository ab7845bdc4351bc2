type Tecla = readonly [tecla: string, faz: string]

/** What every tag answers to: the browser's own keys, and nothing else. */
export const emTudo: readonly Tecla[] = [
  ['Tab', 'Vai ao próximo campo, botão ou link. Com Shift, volta.'],
  ['Enter', 'Aciona o botão ou o link. Em um campo, envia o formulário.'],
  ['Espaço', 'Aciona o botão, marca ou desmarca.'],
  ['Setas', 'Escolhem em um grupo de opções ou em uma lista.'],
  ['Esc', 'Fecha a janela ou o menu aberto e devolve o foco.'],
]

/** Of `<protocolo-gestao>`, while a queue is on screen: as `widget/texts/atalhos.pt-BR.ts` lists them to who presses `?`. */
export const naMesa: readonly Tecla[] = [
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
]
