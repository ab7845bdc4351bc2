import { formatarDocumento } from './documento.js'
import { escreverCep, escreverData, escreverDinheiro, escreverHora, escreverNumero, escreverTelefone } from './escrita.js'
import type { Campo, Endereco, Lugar, Resposta } from './tipo.js'

/** On one line: `Rua das Flores, 10, apto 2, Centro, Vila Serena/SP, CEP 13900-000`. */
function escreverEndereco(endereco: Endereco): string {
  const { logradouro, numero = 'sem número', complemento, bairro, municipio, uf, cep } = endereco
  return [logradouro, numero, complemento, bairro, `${municipio}/${uf}`, cep && `CEP ${escreverCep(cep)}`].filter(Boolean).join(', ')
}

function escreverLugar({ endereco, posicao, referencia }: Lugar): string {
  return [
    endereco && escreverEndereco(endereco),
    posicao &&
      `posição ${posicao.latitude.toFixed(6)}, ${posicao.longitude.toFixed(6)} (precisão de ${escreverNumero(posicao.precisao)} m)`,
    referencia && `referência: ${referencia}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** A validated answer, as people read it. One of a kind that the campo no longer has is written as it stands. */
export function escreverResposta(campo: Campo, valor: Resposta): string {
  if (typeof valor === 'boolean') return valor ? 'Sim' : 'Não'
  if (typeof valor === 'number') return campo.especie === 'dinheiro' ? escreverDinheiro(valor) : escreverMedida(campo, valor)
  if (typeof valor === 'string') return escreverTexto(campo, valor)
  if (ehLista(valor)) return valor.map((item) => rotuloDe(campo, item)).join(', ')
  return 'logradouro' in valor ? escreverEndereco(valor) : escreverLugar(valor)
}

function escreverMedida(campo: Campo, numero: number): string {
  const unidade = campo.especie === 'numero' ? campo.unidade : undefined
  return unidade ? `${escreverNumero(numero)} ${unidade}` : escreverNumero(numero)
}

function escreverTexto(campo: Campo, texto: string): string {
  switch (campo.especie) {
    case 'data':
      return escreverData(texto)
    case 'hora':
      return escreverHora(texto)
    case 'cpf':
    case 'cnpj':
    case 'cpf-ou-cnpj':
      return formatarDocumento(texto)
    case 'telefone':
      return escreverTelefone(texto)
    case 'escolha':
      return rotuloDe(campo, texto)
    default:
      return texto
  }
}

function rotuloDe(campo: Campo, valor: string): string {
  const opcoes = campo.especie === 'escolha' || campo.especie === 'escolhas' ? campo.opcoes : []
  return opcoes.find((opcao) => opcao.valor === valor)?.rotulo ?? valor
}

function ehLista(valor: Resposta): valor is readonly string[] {
  return Array.isArray(valor)
}
