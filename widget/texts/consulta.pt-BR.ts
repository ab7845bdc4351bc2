import { voz } from './voz.js'

/** What the form of `<protocolo-consulta>` says, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const consulta = voz('consulta', {
  titulo: 'Consultar protocolo',
  subtitulo: 'Veja em que pé está o seu pedido.',
  numero: 'Número do protocolo',
  numeroAjuda: (exemplo: string) => `Está no comprovante. Ex.:\u00a0${exemplo}`,
  codigo: 'Código de acesso',
  opcional: '(opcional)',
  codigoAjuda: 'Mostra também documentos e mensagens.',
  curto: 'Meu número não tem órgão nem ano',
  curtoSemOrgao: 'Meu número não tem o ano',
  orgao: 'Órgão',
  orgaoVazio: 'Escolha o órgão',
  ano: 'Ano',
  consultar: 'Consultar',
  consultando: 'Consultando…',
  naoSei: 'Não sei o número',

  erros: {
    titulo: 'Confira antes de continuar',
    numeroFalta: 'Escreva o número do protocolo.',
    codigoErrado: 'O código tem 12 letras e números, como K7QF-2M9T-XB4H.',
    confiraCodigo: 'Confira também o código.',
    orgao: 'Escolha também o órgão.',
    ano: 'Escreva o ano com quatro números.',
  },
})
