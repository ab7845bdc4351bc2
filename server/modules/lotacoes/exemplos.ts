import type { PessoasDaUnidade, Posto } from '../../contract/gestao.js'

const obras = { codigo: 'obras', nome: 'Secretaria de Obras', orgao: 'PMVS' }

export const posto: Posto = {
  id: '019ab4c2-0000-7000-8000-00000000000d',
  nome: 'Gestora Exemplo',
  lotacoes: [{ unidade: obras, papel: 'gestor' }],
  unidades: [obras, { codigo: 'procuradoria', nome: 'Procuradoria', orgao: 'PMVS' }],
  tipos: [{ codigo: 'buraco', nome: 'Tapa-buraco' }],
}

export const pessoas: PessoasDaUnidade = { pessoas: [{ id: posto.id, nome: posto.nome, papel: 'gestor' }] }
