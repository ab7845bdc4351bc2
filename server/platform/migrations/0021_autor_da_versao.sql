alter table tipos_versoes add quem text;
comment on column tipos_versoes.quem is 'Who wrote it, as the audit tells: a conta''s id, or the name of what is no conta. Null where nothing tells any more.';

-- What was written before is told by the audit, which noted it as the transaction that wrote it ended.
update tipos_versoes v
   set quem = (select a.quem from auditoria a, jsonb_array_elements_text(a.dados->'linhas') linha
                where a.entidade_id = v.entidade_id and a.acao = 'entidade.importar' and a.em between v.criada_em and v.criada_em + interval '10 minutes'
                  and (starts_with(linha, '+ tipo ' || t.codigo || ' ') or starts_with(linha, '~ tipo ' || t.codigo || ':'))
                order by a.em limit 1)
  from tipos t
 where t.entidade_id = v.entidade_id and t.tipo_id = v.tipo_id;
