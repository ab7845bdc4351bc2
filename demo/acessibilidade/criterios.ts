/** A test of this repository: its file under `tests/`, and what its title begins with. */
export type Prova = readonly [arquivo: string, titulo: string]

/**
 * How a criterion is met: `testes`, all of it that can be tested is; `parte`, tests show a part and people still have to judge the rest;
 * `sem-teste`, it was made so and nothing proves it; `pagina`, it is of the page that holds the tags; `nao-se-aplica`, there is nothing of its kind.
 */
export type Situacao = 'testes' | 'parte' | 'sem-teste' | 'pagina' | 'nao-se-aplica'

export interface Criterio {
  numero: string
  nome: string
  nivel: 'A' | 'AA'
  situacao: Situacao
  /** What stands, in plain words. */
  frase: string
  provas: readonly Prova[]
}

const axe: Prova[] = [['widget/estados/exame.ts', 'has nothing for axe to find, in any theme nor in forced colours']]
const larguras: Prova[] = [['widget/estados/exame.ts', 'fits in a window at 400 %, also with wider text spacing, and cuts no text']]
const teclado: Prova[] = [
  ['e2e/passeio.test.ts', 'opens, keeps the receipt of and consults two protocolos'],
  ['e2e/contas.test.ts', 'is made, opened, kept over a reload and left'],
  ['e2e/painel.test.ts', 'shows 39 processes, in and out of every filter'],
  ['e2e/gestao-processo.test.ts', 'is received, forwarded with what only the team reads'],
]
const resumoDeErros: Prova[] = [
  ['widget/consulta/consulta.test.ts', 'says what is missing beside the field and in a summary with focus, and leads to it'],
  ['widget/novo/caminho.test.ts', 'walks from the list to the receipt, with nothing for axe to find at any step'],
  ['widget/painel/painel.test.ts', 'says beside each field what is missing, and takes the focus to the summary'],
  ['widget/gestao/balcao.test.ts', 'says what is missing, opens it, and shows the receipt with number and access code'],
]

const semMidia = 'Não há áudio nem vídeo.'
const c = (
  numero: string,
  nivel: Criterio['nivel'],
  nome: string,
  situacao: Situacao,
  frase: string,
  provas: readonly Prova[] = [],
): Criterio => ({ numero, nome, nivel, situacao, frase, provas })

/** Every criterion of WCAG 2.2 of the levels A and AA. */
export const criterios: readonly Criterio[] = [
  c(
    '1.1.1',
    'A',
    'Conteúdo não textual',
    'testes',
    'Desenhos que informam têm o mesmo em palavras; os outros são ignorados por leitores de tela.',
    [
      ...axe,
      ['widget/gestao/indicadores.test.ts', 'says in words and tables all that the charts show'],
      ['widget/painel/painel.test.ts', 'says the chart in words'],
    ],
  ),
  c('1.2.1', 'A', 'Só áudio e só vídeo (gravados)', 'nao-se-aplica', semMidia),
  c('1.2.2', 'A', 'Legendas (gravadas)', 'nao-se-aplica', semMidia),
  c('1.2.3', 'A', 'Audiodescrição ou alternativa (gravada)', 'nao-se-aplica', semMidia),
  c('1.2.4', 'AA', 'Legendas (ao vivo)', 'nao-se-aplica', semMidia),
  c('1.2.5', 'AA', 'Audiodescrição (gravada)', 'nao-se-aplica', semMidia),
  c('1.3.1', 'A', 'Informações e relações', 'testes', 'Títulos, listas, tabelas, grupos e rótulos são marcados como o que são.', [
    ...axe,
    ['widget/novo/leitor-de-tela.test.ts', 'names an option by its label and tells its help apart'],
  ]),
  c('1.3.2', 'A', 'Sequência com significado', 'parte', 'A ordem do código é a da leitura; se faz sentido, só pessoas dizem.', [
    ['e2e/passeio.test.ts', 'leaves on paper what was consulted alone'],
  ]),
  c('1.3.3', 'A', 'Características sensoriais', 'sem-teste', 'Os textos não dependem de forma, lugar ou cor; foram lidos, não testados.'),
  c('1.3.4', 'AA', 'Orientação', 'testes', 'Funciona com a tela em pé ou deitada, em qualquer largura a partir de 280 px.', [
    ...larguras,
    ['widget/base/element.test.ts', 'does not scroll sideways at 280 px, nor collapse in a row'],
  ]),
  c(
    '1.3.5',
    'AA',
    'Finalidade da entrada',
    'testes',
    'Campos sobre a própria pessoa dizem ao navegador o que são, para que ele os preencha.',
    [
      ...axe,
      ['widget/campos/campos.test.ts', 'tells the keyboard and the browser what it is for'],
      ['widget/painel/painel.test.ts', 'asks who is signed out to sign in, with fields that password managers and passkeys know'],
    ],
  ),
  c('1.4.1', 'A', 'Uso de cores', 'testes', 'O que a cor mostra está também em palavras.', [
    ['widget/gestao/fila.test.ts', 'says in words what colour and marks say'],
    ['widget/gestao/processo.test.ts', 'marks what only the team sees, with words and not by colour alone'],
    ...axe,
  ]),
  c('1.4.2', 'A', 'Controle de áudio', 'nao-se-aplica', 'Nada toca som.'),
  c(
    '1.4.3',
    'AA',
    'Contraste (mínimo)',
    'testes',
    'Textos têm contraste de 4,5 ou mais em todos os temas, com qualquer cor da ação que o site escolha.',
    [
      ['widget/base/temas.test.ts', 'every text has a contrast of 4.5 with what it stands on, every control and the focus of 3'],
      ['widget/base/temas.test.ts', 'they keep it whatever colour of action the page or the entidade gives'],
      ...axe,
    ],
  ),
  c('1.4.4', 'AA', 'Redimensionar texto', 'testes', 'A letra pode dobrar de tamanho sem nada se perder.', [
    ['e2e/barras.test.ts', 'letters twice as large on'],
    ['widget/base/element.test.ts', 'grows with the reader and with the token, never below 16 px'],
  ]),
  c('1.4.5', 'AA', 'Imagens de texto', 'testes', 'Todo texto é texto, também para tradutores de Libras.', [
    ['e2e/barras.test.ts', 'a sign-language translator gets every text of'],
  ]),
  c(
    '1.4.10',
    'AA',
    'Refluxo',
    'testes',
    'Com zoom de 400 % nada rola para o lado, salvo tabelas e desenhos dentro da própria caixa.',
    larguras,
  ),
  c('1.4.11', 'AA', 'Contraste não textual', 'testes', 'Bordas de campos e o foco têm contraste de 3 ou mais.', [
    ['widget/base/temas.test.ts', 'every text has a contrast of 4.5 with what it stands on, every control and the focus of 3'],
  ]),
  c('1.4.12', 'AA', 'Espaçamento de texto', 'testes', 'Com mais espaço entre linhas, letras e palavras, nenhum texto é cortado.', larguras),
  c('1.4.13', 'AA', 'Conteúdo em foco ou sob o ponteiro', 'nao-se-aplica', 'Nada aparece só por passar o ponteiro ou focar.'),
  c('2.1.1', 'A', 'Teclado', 'testes', 'Todos os caminhos são feitos só com o teclado.', teclado),
  c('2.1.2', 'A', 'Sem armadilha de teclado', 'testes', 'O foco entra e sai de cada parte; Esc fecha janelas e devolve o foco.', [
    ...teclado,
    ['e2e/porta.test.ts', 'Esc leaves it, and not the dialog of the page that the tag is in'],
  ]),
  c(
    '2.1.4',
    'A',
    'Atalhos de uma tecla',
    'testes',
    'Só a mesa de atendimento os tem. Podem ser desligados, e não valem em campos de texto.',
    [
      ['widget/gestao/atalhos.test.ts', 'are listed with ?, can be turned off there, and stay off'],
      ['widget/gestao/atalhos.test.ts', 'search with /, in which letters are letters'],
    ],
  ),
  c('2.2.1', 'A', 'Tempo ajustável', 'testes', 'A sessão que acaba não leva o que foi digitado: a pessoa entra de novo e continua.', [
    ['widget/painel/dados.test.ts', 'keeps what was typed when the session ends, for the same person alone, until they sign out'],
    ['e2e/sessao.test.ts', 'that is ended on another device keeps what was typed'],
  ]),
  c(
    '2.2.2',
    'A',
    'Pausar, parar, ocultar',
    'testes',
    'Nada se move por si, fora o sinal de espera. Quem pede menos movimento não vê nenhum.',
    [
      ['widget/estados/exame.ts', 'stands still for who wants no movement'],
      ['widget/painel/ao-vivo.test.ts', 'shows a change where it stands, tells it once, and moves neither focus nor what is being typed'],
    ],
  ),
  c('2.3.1', 'A', 'Três flashes ou menos', 'nao-se-aplica', 'Nada pisca.'),
  c('2.4.1', 'A', 'Ignorar blocos', 'pagina', 'O atalho para o conteúdo é da página. Cada tela do componente tem um título.', axe),
  c('2.4.2', 'A', 'Título da página', 'pagina', 'O título é da página, e o componente não o muda.', [
    ['e2e/neutralidade.test.ts', 'stays as it was: styles, globals, title, history, focus, forms'],
  ]),
  c('2.4.3', 'A', 'Ordem do foco', 'testes', 'O foco anda na ordem da leitura, e vai ao título do que a pessoa abriu.', [
    ['widget/estados/exame.ts', 'takes the focus in the order in which it is read'],
    ...teclado,
  ]),
  c('2.4.4', 'A', 'Finalidade do link (em contexto)', 'parte', 'Links e botões dizem aonde levam; os que se repetem dizem de quê.', axe),
  c('2.4.5', 'AA', 'Várias formas', 'pagina', 'Encontrar a página é do site. No painel e na mesa, há menu e busca.', [
    ['widget/painel/atividade.test.ts', 'leads to every part from a menu that says how many things wait'],
  ]),
  c('2.4.6', 'AA', 'Cabeçalhos e rótulos', 'parte', 'Cada parte tem título e cada campo tem rótulo; se são claros, só pessoas dizem.', [
    ...axe,
    ['widget/campos/campos.test.ts', 'of every kind has a label and help, and nothing for axe to find, right or wrong'],
  ]),
  c('2.4.7', 'AA', 'Foco visível', 'testes', 'O foco tem um contorno de 3 px, também sob barras de alto contraste.', [
    ['widget/base/temas.test.ts', 'every text has a contrast of 4.5 with what it stands on, every control and the focus of 3'],
    ['e2e/barras.test.ts', 'high contrast reaches all of every tag, and errors and the focus stay in sight'],
    ['widget/estados/exame.ts', 'takes the focus in the order in which it is read'],
  ]),
  c('2.4.11', 'AA', 'Foco não encoberto (mínimo)', 'parte', 'Barras que ficam à vista não são testadas contra cada foco possível.', [
    ['e2e/gestao-fila.test.ts', 'fit a telephone'],
  ]),
  c('2.5.1', 'A', 'Gestos do ponteiro', 'nao-se-aplica', 'Nenhum gesto é preciso: basta tocar.'),
  c('2.5.2', 'A', 'Cancelamento do ponteiro', 'sem-teste', 'Tudo é feito ao soltar, por botões e links do próprio navegador.'),
  c('2.5.3', 'A', 'Rótulo no nome', 'testes', 'O nome falado contém o texto que se vê.', axe),
  c('2.5.4', 'A', 'Acionamento por movimento', 'nao-se-aplica', 'Nada responde a movimento do aparelho.'),
  c(
    '2.5.7',
    'AA',
    'Movimentos de arrastar',
    'testes',
    'O que se arrasta também se faz com botões: escolher arquivos e mudar a ordem de perguntas.',
    [
      ['widget/gestao/administracao.test.ts', 'moves a question by its buttons, keeps the focus on them and says where it is now'],
      ['widget/novo/caminho.test.ts', 'walks from the list to the receipt, with nothing for axe to find at any step'],
    ],
  ),
  c('2.5.8', 'AA', 'Tamanho do alvo (mínimo)', 'testes', 'O que se toca tem 24 px ou mais, ou espaço em volta.', axe),
  c('3.1.1', 'A', 'Idioma da página', 'testes', 'O componente diz em que idioma está.', [
    ['widget/base/idioma.test.ts', 'is the one that a tag asks for, for every tag of the page, and changes with the attribute'],
    ['widget/base/idioma.test.ts', 'is Portuguese unless told'],
  ]),
  c(
    '3.1.2',
    'AA',
    'Idioma das partes',
    'parte',
    'Em espanhol e inglês, os nomes e as perguntas do órgão ficam em português e são marcados, e as mensagens também. O resto do que as pessoas escrevem não é.',
    [['widget/idiomas.test.ts', 'say nothing in Portuguese while a number is consulted, at 280 px']],
  ),
  c('3.2.1', 'A', 'Em foco', 'testes', 'Receber o foco não muda nada.', [
    ['widget/estados/exame.ts', 'takes the focus in the order in which it is read'],
  ]),
  c(
    '3.2.2',
    'A',
    'Em entrada',
    'sem-teste',
    'Preencher não leva a outro lugar. Na mesa, trocar de fila ou de unidade na lista troca a fila mostrada.',
  ),
  c('3.2.3', 'AA', 'Navegação consistente', 'testes', 'O menu fica no mesmo lugar e na mesma ordem.', [
    ['widget/painel/atividade.test.ts', 'leads to every part from a menu that says how many things wait'],
  ]),
  c('3.2.4', 'AA', 'Identificação consistente', 'sem-teste', 'O que faz a mesma coisa tem o mesmo nome: os textos vêm de um lugar só.'),
  c(
    '3.2.6',
    'A',
    'Ajuda consistente',
    'parte',
    'Os contatos do órgão ficam no fim, na mesma ordem, onde se consulta, se responde e se preenche um pedido.',
    [
      ['widget/consulta/consulta.test.ts', 'says how to reach the setor once, below: what it asks for is answered here'],
      ['widget/novo/caminho.test.ts', 'goes from the review to one field and back, changing only that, with who can help below'],
    ],
  ),
  c(
    '3.3.1',
    'A',
    'Identificação do erro',
    'testes',
    'O erro é dito junto ao campo e em um resumo, que recebe o foco e leva a cada campo.',
    resumoDeErros,
  ),
  c('3.3.2', 'A', 'Rótulos ou instruções', 'testes', 'Todo campo tem rótulo à vista e diz se é obrigatório.', [
    ['widget/campos/campos.test.ts', 'of every kind has a label and help, and nothing for axe to find, right or wrong'],
    ['widget/novo/leitor-de-tela.test.ts', 'says that one of several choices is demanded, and the unit of a number'],
  ]),
  c('3.3.3', 'AA', 'Sugestão de correção', 'testes', 'O recado diz o que fazer para corrigir.', [
    ['widget/painel/conta.test.ts', 'corrects a mistyped e-mail'],
    ['widget/gestao/administracao.test.ts', 'takes the nearest colour that can be read, at a tap'],
  ]),
  c(
    '3.3.4',
    'AA',
    'Prevenção de erro (legal, financeiro, dados)',
    'testes',
    'Antes de enviar, a pessoa confere tudo e pode mudar. O que não se desfaz é perguntado antes.',
    [
      ['widget/novo/caminho.test.ts', 'goes from the review to one field and back, changing only that'],
      ['widget/painel/fim.test.ts', 'asks in a dialog before it gives up, and gives the focus back to who thinks again'],
      ['widget/painel/dados.test.ts', 'removes the conta only after the word is written and who it is was shown, and says what stays'],
    ],
  ),
  c('3.3.7', 'A', 'Entrada redundante', 'testes', 'O que a pessoa já disse não é pedido de novo: vem da conta ou do rascunho.', [
    ['widget/novo/conta.test.ts', 'knows who asks, and asks neither name nor document nor whose device it is'],
    ['e2e/rascunho.test.ts', 'survives a reload at every step, with what was typed and the files already sent'],
  ]),
  c(
    '3.3.8',
    'AA',
    'Autenticação acessível (mínima)',
    'testes',
    'Não há desafio de imagens. A senha pode ser colada ou vir do gerenciador, e há chave de acesso.',
    [
      ['widget/painel/entrada-com-passkey.test.ts', 'is offered above the password'],
      ['widget/painel/painel.test.ts', 'asks who is signed out to sign in, with fields that password managers and passkeys know'],
      ['widget/painel/painel.test.ts', 'shows and hides the password'],
    ],
  ),
  c('4.1.2', 'A', 'Nome, função, valor', 'testes', 'Cada controle diz o que é, como se chama e como está.', [
    ...axe,
    [
      'widget/novo/leitor-de-tela.test.ts',
      'ties what is wrong with a document to the button that chooses its file, where the summary leads',
    ],
  ]),
  c('4.1.3', 'AA', 'Mensagens de status', 'testes', 'O que muda é anunciado sem tirar o foco de onde está.', [
    ['widget/base/element.test.ts', 'has its announcements read, also when they repeat'],
    [
      'widget/painel/atividade.test.ts',
      'shows in place what the number alone tells of another’s, announces it, and leads to where the code serves',
    ],
  ]),
]

/** What is known not to be so, or not to have been looked at. */
export const limites: readonly string[] = [
  'Nenhuma pessoa com deficiência avaliou ainda os componentes. Os testes não substituem essa avaliação.',
  'Os testes rodam no Chromium. Leitores de tela de verdade, como NVDA, VoiceOver e TalkBack, ainda não foram usados.',
  'Os arquivos que as pessoas e o órgão enviam podem não ser acessíveis.',
  'O comprovante em PDF não foi avaliado. O mesmo conteúdo está na tela.',
  'Quem abre pedidos precisa de um navegador com JavaScript. A consulta pelo número funciona sem ele.',
  'O VLibras foi imitado nos testes, não usado.',
]

/** The day on which the criteria were last gone through, with the version of that day. */
export const revisadaEm = '2026-11-22'
