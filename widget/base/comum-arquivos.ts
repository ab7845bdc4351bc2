/** As `comum`, for the views that send files: what they share goes in one file. */
import '../parts/campo-de-arquivos.js'
import '../parts/envios.js'
import './comum-perguntas.js'
import './estilo-pessoa.js'
