alter table contas
  add email_alternativo text,
  add telefone_confirmado text;
comment on column contas.email_alternativo is 'A second e-mail, confirmed by whoever reads it.';
comment on column contas.telefone_confirmado is 'The phone, in E.164, whose owner brought the code sent to it; another in dados is not confirmed.';

alter table confirmacoes
  drop constraint confirmacoes_especie_check,
  add constraint confirmacoes_especie_check check (especie in ('cadastro', 'senha', 'nenhuma', 'email', 'emailAlternativo', 'telefone'));
create index confirmacoes_da_conta on confirmacoes (conta_id, criada_em) where conta_id is not null;

alter table emails add recusado_em timestamptz;
comment on column emails.recusado_em is 'When the mail server said that there is no such mailbox: it is not tried again.';
