-- `palavras` was also what a tipo is searched by.
update entidades
   set arquivo = arquivo - 'palavras' || jsonb_build_object('nomes', arquivo->'palavras'), versao = versao + 1
 where arquivo ? 'palavras';
