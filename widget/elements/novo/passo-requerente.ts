import { html, nothing, type TemplateResult } from 'lit'
import { nomesDePrioridade } from '../../../server/contract/prioridade.js'
import { type MotivoDePrioridade, motivosDePrioridade } from '../../../server/contract/regras.js'
import type { Campo, TipoCompleto } from '../../../server/contract/tipo.js'
import { campoDeLinha, type Entrada } from '../../parts/campos/linha.js'
import { idDe, type Quadro } from '../../parts/campos/moldura.js'
import { cartoes, lista } from '../../parts/campos/opcoes.js'
import { ciencia } from '../../parts/ciencia.js'
import { acoes, cabecalho } from './cabecalho.js'
import { errosDoPasso } from './erros.js'
import type { Vista } from './vista.js'

/** Who asks, or nobody where the tipo allows it; priority; the device; the privacy notice. */
export function passoRequerente(vista: Vista, tipo: TipoCompleto, voltar: () => void): TemplateResult {
  const { textos, estado } = vista
  const { anonimo } = estado.requerente
  return html`${cabecalho(vista, textos.requerente.titulo)} ${errosDoPasso(vista)}
    <p class="secundario">${textos.obrigatorios}</p>
    ${tipo.anonimo ? identificacao(vista) : nothing}
    ${!tipo.anonimo || anonimo === false ? identidade(vista, tipo) : nothing}
    ${tipo.prioridade ? prioridade(vista) : nothing}
    ${anonimo || vista.titular ? nothing : aparelho(vista)} ${privacidade(vista)} ${acoes(vista, voltar)}`
}

function identificacao({ textos: { requerente }, estado, formulario, fazer }: Vista): TemplateResult {
  const caminho = 'requerente.anonimo'
  const { anonimo } = estado.requerente
  const quadro: Quadro = {
    id: idDe(formulario.prefixo, caminho),
    rotulo: requerente.identificar,
    obrigatorio: true,
    erro: formulario.erro(caminho),
  }
  const opcoes = [
    { valor: 'nao', rotulo: requerente.comNome, ajuda: requerente.comNomeAjuda },
    { valor: 'sim', rotulo: requerente.anonimo, ajuda: requerente.anonimoAjuda },
  ]
  const marcada = anonimo === undefined ? '' : anonimo ? 'sim' : 'nao'
  return cartoes(quadro, opcoes, marcada, (valor) => {
    fazer({ que: 'identificar', dados: { anonimo: valor === 'sim' } })
    formulario.sair(caminho)
  })
}

function identidade({ textos: { requerente }, formulario, cartao, titular, convite }: Vista, tipo: TipoCompleto): TemplateResult {
  const empresa = tipo.quemPode === 'pessoa-juridica'
  const { matricula } = cartao
  const linha = (campo: Campo, extra: Partial<Entrada & Quadro> = {}) =>
    campoDeLinha(campo, `requerente.${campo.codigo}`, formulario, extra)
  const nomeEDocumento = () => html`${linha(
    { codigo: 'nome', especie: 'texto', rotulo: empresa ? requerente.nomeDaEmpresa : requerente.nome, obrigatorio: true },
    { autocomplete: empresa ? 'organization' : 'name', autocapitalize: 'words' },
  )}
  ${linha({
    codigo: 'documento',
    especie: empresa ? 'cnpj' : 'cpf-ou-cnpj',
    rotulo: empresa ? requerente.documentoDaEmpresa : requerente.documento,
    obrigatorio: true,
  })}`
  return html`${titular ? titular.renderizar() : convite()} ${titular?.pedePorSi ? nothing : nomeEDocumento()}
  ${
    matricula
      ? linha({
          codigo: 'matricula',
          especie: 'codigo',
          rotulo: matricula.rotulo,
          mascara: matricula.mascara,
          obrigatorio: matricula.obrigatoria ?? false,
          ...(matricula.ajuda && { ajuda: matricula.ajuda }),
          ...(matricula.digito && { digito: matricula.digito }),
        })
      : nothing
  }
  ${linha({ codigo: 'email', especie: 'email', rotulo: requerente.email, ajuda: requerente.emailAjuda }, { nota: requerente.recomendado })}
  ${linha({ codigo: 'telefone', especie: 'telefone', rotulo: requerente.telefone, ajuda: requerente.telefoneAjuda })}`
}

function prioridade({ textos: { requerente }, estado, formulario, fazer }: Vista): TemplateResult {
  const quadro: Quadro = {
    id: idDe(formulario.prefixo, 'prioridade'),
    rotulo: requerente.prioridade,
    ajuda: requerente.prioridadeAjuda,
    erro: formulario.erro('prioridade'),
  }
  const opcoes = motivosDePrioridade.map((motivo) => ({ valor: motivo, rotulo: nomesDePrioridade[motivo] }))
  const lerMotivo = (valor: string): MotivoDePrioridade | '' => motivosDePrioridade.find((motivo) => motivo === valor) ?? ''
  return lista(quadro, opcoes, estado.requerente.prioridade, requerente.semPrioridade, (valor) =>
    fazer({ que: 'identificar', dados: { prioridade: lerMotivo(valor) } }),
  )
}

function aparelho({ textos: { requerente }, estado, formulario, fazer }: Vista): TemplateResult {
  const quadro = { id: idDe(formulario.prefixo, 'aparelho'), rotulo: requerente.aparelho, ajuda: requerente.aparelhoAjuda }
  const opcoes = [
    { valor: 'meu', rotulo: requerente.aparelhoMeu, ajuda: requerente.aparelhoMeuAjuda },
    { valor: 'compartilhado', rotulo: requerente.aparelhoDeOutros, ajuda: requerente.aparelhoDeOutrosAjuda },
  ]
  return cartoes(quadro, opcoes, estado.aparelho ?? '', (valor) =>
    fazer({ que: 'dizer-aparelho', aparelho: valor === 'meu' ? 'meu' : 'compartilhado' }),
  )
}

function privacidade({ textos: { requerente }, cartao, estado, formulario, fazer, nivel }: Vista): TemplateResult {
  const marcar = (ciencia: boolean) => {
    fazer({ que: 'identificar', dados: { ciencia } })
    formulario.sair('ciencia')
  }
  return ciencia(cartao, nivel + 1, {
    id: idDe(formulario.prefixo, 'ciencia'),
    erro: formulario.erro('ciencia'),
    marcada: estado.requerente.ciencia,
    ...(estado.requerente.anonimo && { rotulo: requerente.cienciaAnonima }),
    mudar: marcar,
  })
}
