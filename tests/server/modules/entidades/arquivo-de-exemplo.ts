import type { ArquivoDeEntidade } from '../../../../server/contract/entidade.js'

/** A small entidade, its own copy each time. */
export function arquivoDeExemplo(mudancas: Partial<ArquivoDeEntidade> = {}): ArquivoDeEntidade {
  return {
    codigo: 'exemplo',
    nome: 'Prefeitura de Exemplo',
    municipio: { nome: 'Exemplo', uf: 'SP', ibge: '9999999' },
    fuso: 'America/Sao_Paulo',
    contato: { telefone: '(00) 0000-0000', horario: 'Segunda a sexta, das 8h às 17h' },
    encarregado: { nome: 'Pessoa Encarregada', email: 'dados@exemplo.br' },
    avisoDePrivacidade: { versao: '1', texto: 'Usamos os seus dados para responder o seu pedido.' },
    origens: ['https://www.exemplo.br'],
    paginas: {},
    calendario: { feriados: [{ dia: '08-16', nome: 'Aniversário' }] },
    gestao: { passkey: 'dispensada' },
    orgaos: [
      {
        sigla: 'PME',
        nome: 'Prefeitura',
        numeracao: { mascara: '{sigla} {ano}/{sequencia}', inicio: 100 },
        unidades: [
          { codigo: 'geral', nome: 'Protocolo Geral', email: 'geral@exemplo.br' },
          { codigo: 'obras', nome: 'Obras', email: 'obras@exemplo.br' },
        ],
      },
      {
        sigla: 'CAMARA',
        nome: 'Câmara',
        numeracao: { mascara: '{sigla} {ano}/{sequencia}' },
        unidades: [{ codigo: 'camara', nome: 'Secretaria da Câmara' }],
      },
    ],
    tipos: [tipoDeExemplo('buraco', 'Tapa-buraco'), tipoDeExemplo('arvore', 'Poda de árvore')],
    ...mudancas,
  }
}

export function tipoDeExemplo(codigo: string, nome: string): ArquivoDeEntidade['tipos'][number] {
  return {
    codigo,
    nome,
    descricao: 'Peça o conserto.',
    grupo: 'Ruas',
    orgao: 'PME',
    unidade: 'obras',
    prazo: { dias: 15, contagem: 'corridos' },
    campos: [
      { codigo: 'risco', rotulo: 'Há risco?', especie: 'sim-nao', obrigatorio: true },
      { codigo: 'relato', rotulo: 'O que houve', especie: 'texto-longo', quando: { campo: 'risco', em: [true] } },
    ],
    documentos: [{ codigo: 'fotos', nome: 'Fotos', formatos: ['jpg', 'png'], quantos: 5 }],
  }
}
