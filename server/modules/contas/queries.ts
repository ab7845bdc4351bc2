import type { AvisosDaConta, EscolhaDeAviso, MudancaDosAvisos } from '../../contract/titular.js'
import type { Cadastro, DadosDaConta, Perfil } from '../../domain/cadastro.js'
import type { Sql } from '../../platform/database.js'

export interface ContaGuardada {
  id: string
  documento: string
  nome: string
  email: string | null
  /** Confirmed. */
  emailAlternativo: string | null
  telefoneConfirmado: boolean
  usuario: string | null
  senhaHash: string | null
  dados: DadosDaConta
  avisos: AvisosDaConta
  temFoto: boolean
}

/** The columns of a {@link ContaGuardada}. */
const campos = (sql: Sql) => sql`
  conta_id as id, documento, nome, email, email_alternativo as "emailAlternativo", usuario, senha_hash as "senhaHash", dados,
  coalesce(telefone_confirmado = dados->>'telefone', false) as "telefoneConfirmado",
  json_build_object('abertura', avisa_abertura, 'andamento', avisa_andamento, 'pendencia', avisa_pendencia, 'mensagem', avisa_mensagem,
    'prazo', avisa_prazo, 'conclusao', avisa_conclusao, 'copia', avisa_copia) as avisos,
  exists (select from fotos where fotos.conta_id = contas.conta_id) as "temFoto"`

export async function porDocumento(sql: Sql, documento: string): Promise<ContaGuardada | undefined> {
  const [conta] = await sql<ContaGuardada[]>`
    select ${campos(sql)} from contas where documento = ${documento}`
  return conta
}

export async function porId(sql: Sql, id: string): Promise<ContaGuardada | undefined> {
  const [conta] = await sql<ContaGuardada[]>`
    select ${campos(sql)} from contas where conta_id = ${id}`
  return conta
}

/** A conta, held until the transaction ends. */
export async function tomar(sql: Sql, id: string): Promise<ContaGuardada | undefined> {
  const [conta] = await sql<ContaGuardada[]>`
    select ${campos(sql)} from contas where conta_id = ${id} for update`
  return conta
}

/** Those that a login may mean. More than one only by e-mail: families and companies share theirs. */
export async function porLogin(
  sql: Sql,
  { documento, usuario, email }: { documento?: string | undefined; usuario?: string | undefined; email?: string | undefined },
): Promise<ContaGuardada[]> {
  return await sql<ContaGuardada[]>`
    select ${campos(sql)} from contas
     where documento = ${documento ?? null} or usuario = ${usuario ?? null} or lower(email) = lower(${email ?? null})
     limit 2`
}

export async function usuarioExiste(sql: Sql, usuario: string): Promise<boolean> {
  const [linha] = await sql`select from contas where usuario = ${usuario}`
  return linha !== undefined
}

/** @returns false when the documento has a conta already. A usuario that was taken meanwhile is left out. */
export async function criar(sql: Sql, id: string, cadastro: Cadastro & { senhaHash: string }, agora: Date): Promise<boolean> {
  const { documento, nome, email, usuario, dados, senhaHash } = cadastro
  const criada = await sql`
    insert into contas (conta_id, documento, nome, email, usuario, senha_hash, dados, criada_em)
    values (${id}, ${documento}, ${nome}, ${email},
            (select pedido from (select ${usuario ?? null}::text as pedido) p where not exists (select from contas where usuario = pedido)),
            ${senhaHash}, ${sql.json({ ...dados })}, ${agora})
        on conflict (documento) do nothing
    returning conta_id`
  return criada.length > 0
}

export async function mudar(sql: Sql, id: string, { nome, usuario, dados }: Perfil, agora: Date): Promise<void> {
  await sql`
    update contas set nome = ${nome}, usuario = ${usuario ?? null}, dados = ${sql.json({ ...dados })}, atualizada_em = ${agora}
     where conta_id = ${id}`
}

export async function mudarAvisos(sql: Sql, id: string, avisos: MudancaDosAvisos): Promise<void> {
  const ou = (escolha: EscolhaDeAviso) => avisos[escolha] ?? null
  await sql`
    update contas set
      avisa_abertura = coalesce(${ou('abertura')}, avisa_abertura), avisa_andamento = coalesce(${ou('andamento')}, avisa_andamento),
      avisa_pendencia = coalesce(${ou('pendencia')}, avisa_pendencia), avisa_mensagem = coalesce(${ou('mensagem')}, avisa_mensagem),
      avisa_prazo = coalesce(${ou('prazo')}, avisa_prazo), avisa_conclusao = coalesce(${ou('conclusao')}, avisa_conclusao),
      avisa_copia = coalesce(${ou('copia')}, avisa_copia)
     where conta_id = ${id}`
}

export async function trocarSenha(sql: Sql, id: string, senhaHash: string, agora: Date): Promise<void> {
  await sql`update contas set senha_hash = ${senhaHash}, atualizada_em = ${agora} where conta_id = ${id}`
}

/** Adds the job of a recovery, whether or not there is such a conta. */
export async function pedirRecuperacao(
  sql: Sql,
  entidade: string,
  { documento, email }: { documento: string; email: string },
): Promise<void> {
  await sql`
    select graphile_worker.add_job('enviar_recuperacao',
             json_build_object('entidade', ${entidade}::text, 'documento', ${documento}::text, 'email', ${email}::text), max_attempts := 25)`
}
