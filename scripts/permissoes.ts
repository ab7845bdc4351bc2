import { type Agente, agentes, type Permissao, permissoes } from '../server/domain/permissoes.js'
import { situacoes } from '../server/domain/situacao.js'

const nomes: Record<Agente, string> = {
  requerente: 'quem fez o pedido',
  atendente: 'atendente',
  gestor: 'gestor',
  administrador: 'administrador',
}

/** The page docs/permissoes.md, written from the permission table. */
export function paginaDePermissoes(): string {
  return `# Quem pode o quê

Esta página é escrita a partir de \`server/domain/permissoes.ts\`, de onde vêm também as conferências da API e a lista \`acoes\` que ela manda
com cada processo. Para mudar uma regra, mude a tabela e rode \`npm run permissoes\`.

Quem atende faz o que está aqui nos processos que o seu setor tem nas mãos; o que vale em qualquer setor da entidade está dito. Um processo que
passou pelo setor continua podendo ser lido, menos se for sigiloso, e quem administra lê todos, menos os sigilosos. O que a pessoa não vê responde
como se não existisse.

| ação | quem | onde | em | leva a | o que é |
|---|---|---|---|---|---|
${Object.entries(permissoes)
  .map(([acao, permissao]) => linha(acao, permissao))
  .join('\n')}

## Textos e arquivos

| | quem atende e vê o processo | quem fez o pedido, quem tem o código, quem recebeu vista |
|---|---|---|
| texto público | sim | sim |
| texto privado | sim | não |
| arquivo público | sim | sim |
| arquivo privado | sim | não |
| a quem foi atribuído | sim | não |

De um despacho em que nada é público, a pessoa nem fica sabendo. De todo o resto, sabe que aconteceu.
`
}

function linha(acao: string, { quem, onde, em, para, descricao }: Permissao): string {
  const lugar = quem.every((agente) => agente === 'requerente')
    ? ''
    : onde === 'unidade'
      ? 'no setor que está com ele'
      : 'em qualquer setor'
  const quando = em.length === situacoes.length ? 'qualquer situação' : em.join(', ')
  const quemPode = agentes.filter((agente) => quem.includes(agente)).map((agente) => nomes[agente])
  return `| \`${acao}\` | ${quemPode.join(', ')} | ${lugar} | ${quando} | ${para ?? ''} | ${descricao} |`
}
