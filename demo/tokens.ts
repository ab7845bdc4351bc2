/** What a page may set of the tags' look, said for webmasters. The same names and defaults as `@cssprop` in `widget/base/element.ts`; a test holds them together. */
export interface Token {
  nome: `--protocolo-${string}`
  para: string
  /** Where its value is read in a tag: the property of the container, or of an element in it. */
  le: string
  em?: 'quadro' | 'pilha' | 'botao'
}

export const cores: readonly Token[] = [
  { nome: '--protocolo-cor-acao', le: '--p-acao', para: 'Botões, links e o que está escolhido. Sem ela, vale a cor da entidade.' },
  { nome: '--protocolo-cor-foco', le: '--p-foco', para: 'Contorno de onde o teclado está. Sem ela, vale a cor da ação.' },
  { nome: '--protocolo-cor-texto', le: '--p-tinta', para: 'Textos.' },
  { nome: '--protocolo-cor-texto-suave', le: '--p-tinta-2', para: 'Dicas, datas e outros textos secundários.' },
  {
    nome: '--protocolo-cor-fundo',
    le: '--p-fundo',
    para: 'Fundo do componente e dos campos. Use uma cor clara; no tema escuro, uma escura.',
  },
  { nome: '--protocolo-cor-linha', le: '--p-linha', para: 'Linhas entre as partes.' },
  { nome: '--protocolo-cor-borda', le: '--p-borda', para: 'Bordas dos campos.' },
  { nome: '--protocolo-cor-sucesso', le: '--p-ok', para: 'O que deu certo.' },
  {
    nome: '--protocolo-cor-atencao',
    le: '--p-atencao',
    para: 'O que espera por alguém, como o selo “Pendente” e o pedido de um documento que falta.',
  },
  { nome: '--protocolo-cor-erro', le: '--p-erro', para: 'O que está errado.' },
  {
    nome: '--protocolo-cor-pausa',
    le: '--p-pausa',
    para: 'O que está parado, como o selo “Parado”, e quem tem prioridade por lei, como o nome de uma pessoa idosa na fila.',
  },
]

export const medidas: readonly Token[] = [
  { nome: '--protocolo-fonte', le: 'font-family', para: 'Família da letra. Sem ela, vale a da página.' },
  { nome: '--protocolo-tamanho', le: 'font-size', para: 'Tamanho da letra. Todas as outras medidas crescem com ela.' },
  { nome: '--protocolo-raio', le: '--p-raio', para: 'Cantos dos campos e das caixas.' },
  {
    nome: '--protocolo-raio-do-botao',
    le: 'border-top-left-radius',
    em: 'botao',
    para: 'Cantos dos botões. Sem ele, valem os dos campos.',
  },
  { nome: '--protocolo-espaco', le: 'row-gap', em: 'pilha', para: 'Espaço entre os blocos.' },
  { nome: '--protocolo-recuo', le: 'padding-top', em: 'quadro', para: 'Espaço entre a moldura e o que ela contém.' },
  {
    nome: '--protocolo-borda',
    le: 'border-top',
    em: 'quadro',
    para: 'Linha em volta do componente, como 2px solid #00697d. Escreva 0 para ficar sem ela.',
  },
  { nome: '--protocolo-largura', le: 'max-width', em: 'quadro', para: 'Maior largura. A mesa de atendimento ocupa tudo o que houver.' },
]

export const tokens = [...cores, ...medidas]

export const temas = ['claro', 'govbr', 'escuro'] as const

/** What is read on what, and the least contrast that WCAG 2.2 asks there: 4.5 of texts (1.4.3), 3 of controls and focus (1.4.11). */
export interface Par {
  frente: string
  fundo: string
  minimo: 3 | 4.5
  onde: string
}

const texto = (frente: string, fundo: string, onde: string): Par => ({ frente: `--p-${frente}`, fundo: `--p-${fundo}`, minimo: 4.5, onde })
const controle = (frente: string, fundo: string, onde: string): Par => ({ ...texto(frente, fundo, onde), minimo: 3 })

export const pares: readonly Par[] = [
  texto('tinta', 'fundo', 'Texto'),
  texto('tinta', 'fundo-2', 'Texto em faixa cinza'),
  texto('tinta', 'acao-suave', 'Texto no que está escolhido'),
  texto('tinta', 'ok-suave', 'Texto em recado de sucesso'),
  texto('tinta', 'atencao-suave', 'Texto em aviso'),
  texto('tinta', 'erro-suave', 'Texto em aviso de erro'),
  texto('tinta-2', 'fundo', 'Texto secundário'),
  texto('tinta-2', 'fundo-2', 'Texto secundário em faixa cinza'),
  texto('tinta-2', 'acao-suave', 'Texto secundário no que está escolhido'),
  texto('acao', 'fundo', 'Link'),
  texto('acao-forte', 'fundo', 'Link sob o ponteiro'),
  texto('acao-forte', 'fundo-2', 'Link em faixa cinza'),
  texto('acao-forte', 'acao-suave', 'Selo e item escolhido'),
  texto('acao-forte', 'atencao-suave', 'Link em aviso'),
  texto('acao-forte', 'erro-suave', 'Link em aviso de erro'),
  texto('sobre', 'acao', 'Botão'),
  texto('sobre', 'acao-forte', 'Botão sob o ponteiro'),
  texto('ok', 'fundo', 'Sucesso'),
  texto('ok', 'ok-suave', 'Selo de sucesso'),
  texto('atencao', 'fundo', 'Atenção'),
  texto('atencao', 'atencao-suave', 'Selo de atenção'),
  texto('erro', 'fundo', 'Erro'),
  texto('erro', 'erro-suave', 'Título de aviso de erro'),
  texto('fundo', 'erro', 'Número em vermelho'),
  texto('pausa', 'fundo', 'Prioridade'),
  texto('pausa', 'pausa-suave', 'Selo de parado'),
  controle('borda', 'fundo', 'Borda de campo'),
  controle('borda', 'fundo-2', 'Borda de campo em faixa cinza'),
  controle('acao', 'fundo', 'Contorno de botão'),
  controle('erro', 'fundo', 'Borda de campo com erro'),
  controle('foco', 'fundo', 'Foco'),
  controle('foco', 'fundo-2', 'Foco em faixa cinza'),
  controle('foco', 'acao-suave', 'Foco no que está escolhido'),
  controle('foco', 'atencao-suave', 'Foco em aviso'),
  controle('foco', 'erro-suave', 'Foco em aviso de erro'),
]
