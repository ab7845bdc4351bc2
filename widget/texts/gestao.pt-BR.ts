/** What `<protocolo-gestao>` says to the people who answer, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const gestao = {
  titulo: 'Processos',
  sair: 'Sair',
  voltar: 'Voltar para a fila',
}
