import { html } from 'hono/html'
import type { CodigoDeAviso } from '../../widget/base/avisos.js'
import type { Html } from './moldura.js'

interface Explicacao {
  titulo: string
  /** What happened, in a sentence. */
  causa: string
  /** What to do about it. */
  solucao: Html
}

/** What each code that the tags write in the console means. The compiler asks for every one. */
export const codigos: Record<CodigoDeAviso, Explicacao> = {
  P01: {
    titulo: 'O script foi carregado mais de uma vez',
    causa: 'A página tem o script duas vezes, ou duas versões dele. O primeiro continua a valer; o outro não faz nada.',
    solucao: html`<p>Tire o que sobra. Costuma estar no modelo do site e de novo no texto da página, ou em dois módulos da mesma página.</p>`,
  },
  P02: {
    titulo: 'A entidade não existe, ou não foi dita',
    causa: 'O atributo entidade está vazio, tem um erro de escrita ou é de outro servidor.',
    solucao: html`<p>Confira o código da entidade, em minúsculas e sem acento, como em <code>entidade="vila-serena"</code>. Ele é o mesmo do endereço da página pronta. Se o código está certo, veja se o script vem do servidor certo.</p>`,
  },
  P03: {
    titulo: 'O site não está na lista da entidade',
    causa: 'O servidor só responde a páginas dos sites que a entidade autorizou.',
    solucao: html`<p>A mensagem mostra entre aspas o endereço que falta. Peça a quem administra o Protocolo que o acrescente: na <b>Mesa de atendimento</b>, em <b>Administração</b>, <b>Entidade</b>, <b>Sites</b>. Com e sem <code>www</code> são dois endereços; <code>http</code> e <code>https</code> também.</p>
<p>Quem cuida do servidor também pode acrescentá-lo em <code>origens</code>, no arquivo da entidade, sem barra no fim: <code>"origens": ["https://www.suacidade.sp.gov.br"]</code>. Depois, importa o arquivo: <code>npx protocolo entidade importar arquivo.json</code>.</p>
<p>Se a mensagem diz que a página foi aberta do disco (<code>file://</code>), isso não se autoriza. Abra-a por um servidor: veja <a href="/demo/">como</a>.</p>
<p>Na demonstração, use <code>localhost</code>. O servidor de teste pode mostrar outro endereço para a mesma página, como <code>http://0.0.0.0:9001</code>: troque-o por <code>http://localhost:9001</code>.</p>`,
  },
  P04: {
    titulo: 'Uma parte do componente não carregou',
    causa: 'O navegador não conseguiu baixar um dos arquivos do script, ou o servidor não respondeu.',
    solucao: html`<p>Abra a página de novo. Se repetir, veja na aba Rede das ferramentas do navegador qual arquivo falhou: pode ser a <a href="#csp">política de segurança</a>, um <a href="#cache">plugin de cache</a> ou um bloqueador.</p>`,
  },
  P05: {
    titulo: 'Um serviço, ou a lista deles, não carregou',
    causa: 'O servidor não respondeu quando o componente pediu os serviços da entidade.',
    solucao: html`<p>A pessoa vê um aviso e pode tentar de novo. Se repetir, veja se o servidor do Protocolo está no ar: o endereço dele com <code>/health/ready</code> no fim diz.</p>`,
  },
  P06: {
    titulo: 'O comprovante não foi baixado',
    causa: 'O pedido foi aberto, mas o arquivo do comprovante não chegou.',
    solucao: html`<p>Nada se perdeu: o número e o código continuam na tela, e o comprovante pode ser baixado depois pela consulta. Se repetir, fale com quem cuida do servidor.</p>`,
  },
  P07: {
    titulo: 'A foto do cadastro não foi guardada',
    causa: 'A conta foi criada, mas o envio da foto falhou.',
    solucao: html`<p>A pessoa pode escolher a foto de novo em “Meus dados”. Se repetir, fale com quem cuida do servidor.</p>`,
  },
  P08: {
    titulo: 'Falta o endereço do servidor, ou ele está errado',
    causa:
      'O script veio de um pacote do próprio site e não sabe onde está o servidor do Protocolo, ou o endereço escrito não está completo.',
    solucao: html`<p>Escreva o endereço inteiro, com <code>https://</code>, em cada componente, como em <code>api="https://protocolo.exemplo.gov.br"</code>. No código do site também dá para dizer uma vez só, depois do <code>import</code>: <code>import { apiEm } from 'protocolo'; apiEm('https://protocolo.exemplo.gov.br')</code>.</p>`,
  },
}
