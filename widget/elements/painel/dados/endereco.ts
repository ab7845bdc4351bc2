import { html, type TemplateResult } from 'lit'
import { diaEm, escreverCep, partesDoEndereco, validarPerfil } from '../../../../server/contract/regras.js'
import { endereco as campos, lerEndereco, rotulos } from '../../../account/grupos.js'
import type { Conta } from '../../../client/meus-dados.js'
import { dados as textos } from '../../../texts/dados.pt-BR.js'
import type { VistaDosDados } from './dados.js'
import { botaoDeMudar, formulario, secao } from './secao.js'

type Endereco = NonNullable<Conta['endereco']>

export function parteDoEndereco(vista: VistaDosDados): TemplateResult {
  const { dados, conta } = vista
  const { endereco } = conta
  const { secao: nome } = textos.endereco
  return secao(dados, 'endereco', {
    titulo: nome,
    botao: botaoDeMudar(() => dados.abrir('endereco', digitadoDe(endereco)), nome, !endereco),
    vista: endereco
      ? html`<address>${linhas(endereco).map((linha) => html`<span>${linha}</span>`)}</address>`
      : html`<p>${textos.nada}</p>`,
    formulario: () => formulario(dados, { rotulos, campos: campos(dados.ficha, false), enviar: () => salvar(vista) }),
  })
}

function digitadoDe(endereco: Endereco = {}): Record<string, string> {
  const partes = partesDoEndereco.map((parte) => [`endereco.${parte}`, endereco[parte] ?? ''])
  const semNumero = endereco.logradouro && !endereco.numero ? 'sim' : ''
  return { ...Object.fromEntries(partes), 'endereco.cep': escreverCep(endereco.cep ?? ''), semNumero }
}

async function salvar({ dados, conta, cartao }: VistaDosDados): Promise<void> {
  const lido = lerEndereco(dados.ficha)
  const validado = validarPerfil({ nome: conta.nome, ...(lido && { endereco: lido }) }, diaEm(cartao.fuso, new Date()))
  if (dados.ficha.recusar(validado.ok ? [] : validado.erros)) return
  await dados.salvar(textos.endereco.salvo, () => dados.api.mudar({ endereco: lido ?? null }))
}

/** As on an envelope. */
function linhas({ tipoDeLogradouro, logradouro, numero, complemento, bairro, municipio, uf, cep, pais }: Endereco): string[] {
  const rua = [tipoDeLogradouro, logradouro].filter(Boolean).join(' ')
  const porta = rua ? (numero ?? textos.endereco.semNumero) : numero
  const cidade = [municipio, uf].filter(Boolean).join('/')
  const todas = [
    [rua, porta, complemento],
    [bairro, cidade],
    [cep && `CEP ${escreverCep(cep)}`, pais],
  ]
  return todas.map((partes) => partes.filter(Boolean).join(', ')).filter(Boolean)
}

export function escreverEnderecoDaConta(endereco: Endereco): string {
  return linhas(endereco).join(', ')
}
