/** People of the demo. Nobody's: the documents follow a visible rule and only their check digits are right. */
export interface Pessoa {
  nome: string
  /** CPF or CNPJ, bare. */
  documento: string
  email: string
}

export interface Servidor extends Pessoa {
  entidade: string
  papel: 'atendente' | 'gestor' | 'administrador'
  /** Codigos. */
  unidades: readonly string[]
}

/** Everybody's. Of the demo alone. */
export const senha = 'passeio de bonde azul'

export const cidada: Pessoa = { nome: 'Pessoa Exemplo da Silva', documento: '12345678909', email: 'pessoa@exemplo.br' }
export const empresa: Pessoa = { nome: 'Empresa Exemplo Comércio Ltda', documento: '12ABC34501DE35', email: 'empresa@exemplo.br' }

/** Who asked at the counter, or without a conta. */
export const moradores: readonly Pessoa[] = [
  { nome: 'Moradora Exemplo dos Santos', documento: '60070080020', email: 'moradora@exemplo.br' },
  { nome: 'Vizinho Exemplo de Lima', documento: '70080090036', email: 'vizinho@exemplo.br' },
  { nome: 'Aposentado Exemplo Barbosa', documento: '80090010078', email: 'aposentado@exemplo.br' },
  { nome: 'Comerciante Exemplo Tavares', documento: '90010020055', email: 'comerciante@exemplo.br' },
  { nome: 'Professora Exemplo Antunes', documento: '10120230364', email: 'professora@exemplo.br' },
]

export const servidores: readonly Servidor[] = [
  {
    nome: 'Atendente Exemplo de Souza',
    documento: '10020030088',
    email: 'atendente@exemplo.br',
    entidade: 'vila-serena',
    papel: 'atendente',
    unidades: ['protocolo-geral', 'obras', 'meio-ambiente', 'saevs-manutencao', 'fumevs-secretaria', 'camara-secretaria', 'pg-arquivo'],
  },
  {
    nome: 'Gestora Exemplo Moreira',
    documento: '20030040094',
    email: 'gestora@exemplo.br',
    entidade: 'vila-serena',
    papel: 'gestor',
    unidades: ['tributos-imobiliarios', 'iss', 'obras', 'meio-ambiente', 'ipasvs-beneficios', 'procuradoria'],
  },
  {
    nome: 'Administradora Exemplo Castro',
    documento: '30040050009',
    email: 'administradora@exemplo.br',
    entidade: 'vila-serena',
    papel: 'administrador',
    unidades: ['administracao'],
  },
  {
    nome: 'Atendente Exemplo Nunes',
    documento: '40050060007',
    email: 'atendente.azul@exemplo.br',
    entidade: 'serra-azul',
    papel: 'atendente',
    unidades: ['atendimento', 'operacao', 'comercial', 'suprimentos'],
  },
  {
    nome: 'Escrevente Exemplo Ribeiro',
    documento: '50060070013',
    email: 'escrevente@exemplo.br',
    entidade: 'registro-vila-serena',
    papel: 'atendente',
    unidades: ['balcao', 'certidoes', 'registro'],
  },
]
