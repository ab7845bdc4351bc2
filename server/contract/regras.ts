/** The rules that a form in the browser shares with the server: the same checks, words and readings on both sides. */
export { buscarTipos } from '../domain/busca.js'
export { exigiveis, partesDoEndereco, sexos, validarCadastro, validarPerfil } from '../domain/cadastro.js'
export { maximoDoTexto, validarCampo } from '../domain/campo.js'
export { visivel } from '../domain/condicao.js'
export { contraste, fundoClaro, fundoEscuro, legivel, menorContraste } from '../domain/cor.js'
export { formatarDocumento, lerDocumento } from '../domain/documento.js'
export {
  aceitos,
  conferirArquivo,
  conferirDocumentos,
  documentosPedidos,
  escreverFormatos,
  formatoDoTipo,
  formatosDe,
  type LimitesDeAnexos,
} from '../domain/documentos.js'
export { escreverCep, escreverTelefone } from '../domain/escrita.js'
export { escreverResposta } from '../domain/escrita-das-respostas.js'
export { lerInstante } from '../domain/instante.js'
export { lerCep, lerDinheiro, lerEmail, lerTelefone } from '../domain/leitura.js'
export { ufs } from '../domain/lugar.js'
export { type CampoComErro, mensagens } from '../domain/mensagens.js'
export { conferirNumeracao, formatarNumero } from '../domain/numeracao.js'
export { partesDaResposta } from '../domain/pendencia.js'
export { diaEm } from '../domain/prazo.js'
export { type MotivoDePrioridade, motivosDePrioridade } from '../domain/prioridade.js'
export { validarRequerente } from '../domain/requerente.js'
export { validarRespostas } from '../domain/respostas.js'
export { frasesDaSenha, regrasQuebradas, type Titular } from '../domain/senha.js'
export { maiorMensagem } from '../domain/tamanho-da-mensagem.js'
export { contarCaracteres } from '../domain/texto.js'
export { formatos } from '../domain/tipo.js'
