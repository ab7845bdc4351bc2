-- Whoever forgets to say it shows nothing.
alter table tramites alter visibilidade_anexos set default 'privado';
