import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { lerManifesto } from '../../demo/guia/manifesto.js'
import { resultados, situacoes } from '../../server/domain/situacao.js'
import type { EventosDoProtocolo } from '../../widget/base/eventos.js'

const manifesto = lerManifesto()
const pasta = join('widget', 'elements')
const emitidos = /\.emitir\(\s*'([a-z-]+)'/g

type Palavras<Valor> = [Valor] extends [string | null] ? (string extends Valor ? true : Record<Exclude<Valor, null>, true>) : true
type Carga = {
  [Nome in keyof EventosDoProtocolo]: { [Parte in keyof EventosDoProtocolo[Nome]]: Palavras<EventosDoProtocolo[Nome][Parte]> }
}

const situacoesDeTodos = todas(situacoes)
const passos = todas(['tipo', 'apresentacao', 'formulario', 'requerente', 'documentos', 'revisao', 'comprovante'])
const telasDaEntrada = todas(['entrar', 'cadastro', 'confirmar', 'recuperar', 'link', 'senha-nova'])
const atosDoCidadao = todas(['resposta', 'mensagem', 'avaliar', 'recorrer', 'desistir'])

/** What each event carries: of each part, every word that it may be, where it is one of a few. The compiler asks for all and for no other. */
const cargas: Carga = {
  'protocolo-pronto': { entidade: true },
  'protocolo-falha': { entidade: true, codigo: true },
  'protocolo-sessao': { entidade: true, aberta: true },
  'protocolo-tela': {
    entidade: true,
    tela: {
      ...todas(['entrada', 'resultado', 'lembrete']),
      ...telasDaEntrada,
      ...todas(['inicio', 'processos', 'processo', 'pendencias', 'responder', 'liberados', 'procuracoes', 'dados']),
      ...todas(['fila', 'balcao', 'indicadores', 'administracao']),
    },
  },
  'protocolo-iniciado': { entidade: true, tipo: true, orgao: true },
  'protocolo-passo': { entidade: true, tipo: true, passo: passos, numero: true, total: true },
  'protocolo-recusado': { entidade: true, tipo: true, passo: passos, erros: true },
  'protocolo-rascunho': { entidade: true, tipo: true, onde: todas(['aparelho', 'conta']) },
  'protocolo-aberto': { entidade: true, tipo: true, orgao: true },
  'protocolo-consultado': { entidade: true, tipo: true, situacao: situacoesDeTodos, resultado: todas(resultados), nivel: true },
  'protocolo-ato': {
    entidade: true,
    ato: {
      ...atosDoCidadao,
      ...todas([
        'receber',
        'atribuir',
        'encaminhar',
        'despachar',
        'exigir',
        'dispensar',
        'parar',
        'retomar',
        'prorrogar',
        'reclassificar',
        'mudar_sigilo',
        'concluir',
        'encerrar_sem_resposta',
        'cancelar',
        'reabrir',
        'arquivar',
        'escrever',
        'conceder_vista',
      ]),
    },
    quantos: true,
  },
}

function todas<const Palavra extends string>(palavras: readonly Palavra[]): Record<Palavra, true> {
  return Object.fromEntries(palavras.map((palavra) => [palavra, true])) as Record<Palavra, true>
}

/** The same as a tag says that its event carries: `CustomEvent<{entidade: string, nivel: 1 | 2}>`. */
function ditas(tipo = ''): Map<string, string[]> {
  const partes = [...tipo.matchAll(/(\w+): ([^,}]+)/g)]
  return new Map(partes.map(([, nome = '', valor = '']) => [nome, [...valor.matchAll(/'([^']+)'/g)].map(([, palavra = '']) => palavra)]))
}

describe('what the tags say of their events', () => {
  for (const { tag, eventos } of manifesto)
    it(`<${tag}> names each that its own code emits`, () => {
      const dela = join(pasta, tag.replace('protocolo-', ''))
      const fontes = readdirSync(dela, { recursive: true, encoding: 'utf8' }).filter((nome) => nome.endsWith('.ts'))
      const nomes = fontes.flatMap((nome) =>
        [...readFileSync(join(dela, nome), 'utf8').matchAll(emitidos)].map(([, evento = '']) => evento),
      )
      assert.ok(tag === 'protocolo-painel' || nomes.length > 0)
      assert.deepEqual(
        [...new Set(nomes)].filter((nome) => !eventos.some((evento) => evento.nome === nome)),
        [],
      )
    })

  it('is what they carry: the same parts in every tag, and among the tags every word', () => {
    for (const [evento, partes] of Object.entries(cargas)) {
      const dasTags = manifesto.flatMap(({ eventos }) => eventos.filter(({ nome }) => nome === evento).map(({ tipo }) => ditas(tipo)))
      assert.ok(dasTags.length > 0, evento)
      for (const daTag of dasTags) assert.deepEqual([...daTag.keys()].sort(), Object.keys(partes).sort(), evento)
      for (const [parte, palavras] of Object.entries(partes)) {
        const listas = dasTags.map((daTag) => daTag.get(parte) ?? [])
        assert.deepEqual([...new Set(listas.flat())].sort(), Object.keys(Object(palavras)).sort(), `${evento}: ${parte}`)
        if (palavras !== true)
          assert.ok(
            listas.every((lista) => lista.length > 0),
            `${evento}: ${parte}`,
          )
      }
    }
  })
})
