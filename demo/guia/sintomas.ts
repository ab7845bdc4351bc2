import { html } from 'hono/html'
import type { Html } from './moldura.js'
import { codigo } from './pecas.js'

export interface Sintoma {
  /** Its place in the page, which links and the guide's other pages use. */
  id: string
  /** What somebody sees. */
  titulo: string
  /** What to look at, the most likely first. */
  passos: readonly Html[]
}

/** From what is seen on the screen to what to do, in groups. */
export function sintomas(endereco: string): readonly { nome: string; id: string; sintomas: readonly Sintoma[] }[] {
  return [
    {
      nome: 'O componente não aparece',
      id: 'nao-aparece',
      sintomas: [nada, soLink, textoDeEstilo, umDentroDoOutro, ...bloqueios(endereco)],
    },
    { nome: 'Aparece um aviso no lugar', id: 'avisos', sintomas: [naoAutorizado, naoDisponivel, semResposta, semAssuntos, semHttps] },
    { nome: 'Aparece, mas diferente', id: 'diferente', sintomas: [letraPequena, cores, idioma, pulo] },
  ]
}

const nada: Sintoma = {
  id: 'nada',
  titulo: 'Nada aparece',
  passos: [
    html`Veja o código da página publicada (<kbd>Ctrl+U</kbd>) e procure <code>protocolo-</code>. Se não está lá, o editor do site retirou: veja <a href="/demo/wordpress">WordPress</a>, <a href="/demo/joomla">Joomla</a> ou <a href="/demo/drupal">Drupal</a>.`,
    html`Confira o nome: <code>protocolo-consulta</code>, com hífen, e fechado por <code>&lt;/protocolo-consulta&gt;</code>.`,
    html`O atributo <code>api</code>, se houver, começa com <code>https://</code>: <code>api="protocolo.exemplo.gov.br"</code> não serve.`,
    html`Um estilo do site pode estar escondendo o componente. Ponha-o em uma página vazia: se aparecer nela, é isso.`,
  ],
}

const soLink: Sintoma = {
  id: 'so-link',
  titulo: 'Aparece só um link',
  passos: [
    html`O script não chegou. Procure <code>protocolo.js</code> no código da página; se não está lá, o editor o retirou.`,
    html`A linha do script precisa de <code>type="module"</code>. Sem ele, o navegador não a executa.`,
    html`Abra o endereço do script em outra aba. Se não abre, o endereço está errado ou o servidor está fora do ar.`,
    html`O navegador é muito antigo, ou está sem JavaScript. O link é para essas pessoas, e funciona.`,
  ],
}

const textoDeEstilo: Sintoma = {
  id: 'media',
  titulo: 'Aparece um texto que começa com “@media”',
  passos: [
    html`O site retirou o componente, o script e o estilo quando a página foi salva, e deixou só o texto. Costuma ser porque quem salvou não pode pôr código: veja <a href="/demo/wordpress#editor">WordPress</a>, <a href="/demo/joomla">Joomla</a> ou <a href="/demo/drupal">Drupal</a>.`,
    html`Cole de novo com a conta de um administrador. No WordPress, o <a href="/demo/wordpress#plugin">plugin</a> evita que se repita.`,
  ],
}

const umDentroDoOutro: Sintoma = {
  id: 'um-dentro-do-outro',
  titulo: 'Há vários componentes e só o primeiro aparece',
  passos: [
    html`Um deles ficou sem fechar: confira se cada um termina com a sua própria marca, como <code>&lt;/protocolo-novo&gt;</code>.`,
    html`O editor clássico do WordPress põe parágrafos no código. Use o que <a href="/demo/montar">Montar o código</a> mostra, que resiste a isso, ou o <a href="/demo/wordpress#plugin">atalho</a>.`,
  ],
}

function bloqueios(endereco: string): Sintoma[] {
  return [
    {
      id: 'csp',
      titulo: 'O console fala em “Content Security Policy”',
      passos: [
        html`O site envia uma política de segurança que não deixa o script entrar. Some a ela o que está abaixo.${codigo({
          id: 'politica',
          rotulo: 'O que acrescentar a cada diretiva',
          texto: `script-src ${endereco}\nconnect-src ${endereco}`,
        })}`,
        html`Se a mensagem fala em <code>style-src</code>, leve as regras de <code>&lt;style&gt;</code> para o arquivo de estilo do site. Os componentes em si não precisam.`,
        html`Se fala em <code>trusted-types</code>, acrescente <code>lit-html</code> a essa diretiva.`,
        html`<a href="/demo/montar#csp">Montar o código</a> mostra a política exata de cada caso.`,
      ],
    },
    {
      id: 'cache',
      titulo: 'Funciona para mim, mas não para os visitantes',
      passos: [
        html`Um plugin de cache guarda a página de antes. Limpe o cache dele, o da hospedagem e o da CDN.`,
        html`Um plugin de desempenho junta, adia ou reescreve os scripts: exclua <code>protocolo.js</code> dele. Veja <a href="/demo/wordpress#cache">como no WordPress</a>.`,
        html`Se o componente só aparece depois de mexer na página, o script está sendo atrasado (“delay”): exclua-o disso também.`,
      ],
    },
    {
      id: 'base',
      titulo: 'A página tem <base href>',
      passos: [
        html`O componente funciona com ele. Mas um endereço de script que não começa com <code>https://</code> passa a apontar para outro lugar: use o endereço inteiro, como o que <a href="/demo/montar">Montar o código</a> mostra.`,
      ],
    },
  ]
}

const naoAutorizado: Sintoma = {
  id: 'nao-autorizado',
  titulo: '“Esta página não pode usar este serviço”',
  passos: [html`O site não está na lista da entidade. O console mostra o endereço que falta: veja o código <a href="#P03">P03</a>.`],
}

const naoDisponivel: Sintoma = {
  id: 'nao-disponivel',
  titulo: '“Este serviço ainda não está disponível nesta página”',
  passos: [html`O código da entidade está errado, ou falta. Veja o código <a href="#P02">P02</a>.`],
}

const semResposta: Sintoma = {
  id: 'sem-resposta',
  titulo: '“O serviço não respondeu” ou “Você está sem internet”',
  passos: [
    html`Se acontece com todos, o servidor do Protocolo pode estar fora do ar. O endereço dele com <code>/health/ready</code> no fim diz.`,
    html`Se acontece sempre e só no seu site, falta <code>connect-src</code>: a política de segurança deixa entrar o script e impede a conversa com o servidor. Veja <a href="#csp">Content Security Policy</a>.`,
    html`Se a página usa <code>https</code> e o atributo <code>api</code> começa com <code>http</code>, o navegador bloqueia. Use <code>https</code> nos dois.`,
    html`Sem internet, a pessoa não perde o que escreveu. O componente volta sozinho quando a conexão volta.`,
  ],
}

const semAssuntos: Sintoma = {
  id: 'sem-assuntos',
  titulo: '“Nenhum assunto está aberto para pedidos” ou “Este serviço não existe ou mudou de nome”',
  passos: [
    html`A sigla em <code>orgao</code> não é de um órgão da entidade, ou ele não tem serviços. Ela se escreve como na entidade, com maiúsculas e minúsculas iguais.`,
    html`O código em <code>tipo</code> tem um erro, ou o serviço deixou de existir ou foi fechado.`,
    html`<a href="/demo/montar?tag=protocolo-novo">Montar o código</a> mostra as siglas e os códigos certos da entidade escolhida.`,
  ],
}

const semHttps: Sintoma = {
  id: 'https',
  titulo: '“Esta página não é segura para entrar”',
  passos: [
    html`A página abriu por <code>http</code>. Sem <code>https</code> dá para abrir e consultar pedidos, mas não para entrar na conta.`,
    html`Peça à hospedagem um certificado e faça o site mandar quem chega por <code>http</code> para <code>https</code>.`,
    html`Depois, confira se a lista de sites da entidade tem o endereço com <code>https</code>: veja o código <a href="#P03">P03</a>.`,
  ],
}

const letraPequena: Sintoma = {
  id: 'letra',
  titulo: 'A letra está grande ou pequena demais',
  passos: [
    html`A letra nunca fica menor que 16 px, mesmo que o site use menos. Ela cresce com a do site e com a do navegador de cada pessoa.`,
    html`Para outro tamanho, diga no estilo do site: <code>protocolo-consulta { --protocolo-tamanho: 18px }</code>.`,
  ],
}

const cores: Sintoma = {
  id: 'cores',
  titulo: 'As cores ou as bordas não são as do site',
  passos: [
    html`O componente se protege dos estilos do site, para não se quebrar. As cores e as medidas que ele aceita estão na <a href="/demo/referencia">Referência</a>.`,
    html`<a href="/demo/montar">Montar o código</a> mostra como ficam e confere se dá para ler.`,
    html`Uma regra do site com <code>!important</code> vale também dentro do componente, como nas barras de alto contraste. Se atrapalha, é essa regra que muda.`,
  ],
}

const idioma: Sintoma = {
  id: 'idioma',
  titulo: 'Os textos estão em outro idioma',
  passos: [
    html`Sem o atributo <code>idioma</code>, vale o da página: o <code>lang</code> em <code>&lt;html lang="pt-BR"&gt;</code>. Muitos modelos vêm com <code>en</code>; corrija lá, porque os leitores de tela também dependem dele.`,
    html`O atributo <code>idioma</code> diz qual usar: <code>pt-BR</code>, <code>es</code> ou <code>en</code>. Ele vale para todos os componentes da página.`,
    html`Um tradutor do navegador ou do site pode estar traduzindo a página.`,
  ],
}

const pulo: Sintoma = {
  id: 'pulo',
  titulo: 'A página pula quando o componente aparece',
  passos: [
    html`Falta a linha de estilo que guarda o lugar. Ela está no código que <a href="/demo/montar">Montar o código</a> mostra.`,
    html`Em uma coluna com menos de 320 px o lugar é mais alto: marque “Coluna estreita” lá.`,
  ],
}
