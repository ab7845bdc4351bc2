/** Examples for the API description. */
const resumo = {
  codigo: 'poda-arvore',
  nome: 'Poda ou remoção de árvore',
  descricao: 'Peça a poda ou a retirada de uma árvore em rua ou praça.',
  grupo: 'Meio ambiente',
  palavras: ['galho', 'raiz'],
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  unidade: { codigo: 'meio-ambiente', nome: 'Secretaria de Meio Ambiente' },
  prazo: { dias: 20, contagem: 'corridos' },
  documentos: [{ nome: 'Fotos', obrigatorio: false }],
}

export const exemplos = {
  resumo,
  completo: {
    ...resumo,
    versao: 1,
    documentos: [{ codigo: 'fotos', nome: 'Fotos', formatos: ['jpg', 'png'], quantos: 5 }],
    campos: [
      { codigo: 'endereco', rotulo: 'Onde fica a árvore', especie: 'endereco', obrigatorio: true },
      { codigo: 'risco', rotulo: 'Há risco de cair agora?', especie: 'sim-nao', obrigatorio: true },
    ],
    quemPode: 'qualquer-pessoa',
    anonimo: false,
    prioridade: false,
    sigilo: 'publico',
  },
  cartao: {
    codigo: 'vila-serena',
    nome: 'Prefeitura Municipal de Vila Serena',
    municipio: { nome: 'Vila Serena', uf: 'SP' },
    fuso: 'America/Sao_Paulo',
    contato: { telefone: '(00) 0000-0000', email: 'protocolo@vilaserena.exemplo.br', horario: 'Segunda a sexta, das 8h às 17h' },
    encarregado: { nome: 'Encarregada Exemplo Pereira', email: 'privacidade@vilaserena.exemplo.br' },
    avisoDePrivacidade: { versao: '2026-01', texto: 'Usamos os seus dados para receber e responder o seu pedido.' },
    orgaos: [{ sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena', exemplo: 'PMVS 2026/500100' }],
    paginas: { consulta: 'https://protocolo.exemplo.gov.br/vila-serena', novo: 'https://protocolo.exemplo.gov.br/vila-serena' },
    tema: { base: 'claro', cores: { noClaro: '#0b5cab', noEscuro: '#58abff' } },
    anexos: { tamanho: 20_971_520, total: 104_857_600 },
    cadastro: { exige: ['telefone'] },
    cep: true,
    sms: true,
    rpId: 'vilaserena.exemplo.br',
  },
  cep: {
    cep: '13900000',
    logradouro: 'Praça da Matriz',
    bairro: 'Centro',
    municipio: 'Vila Serena',
    uf: 'SP',
    ibge: '9999999',
  },
}
