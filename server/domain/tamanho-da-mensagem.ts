/** Characters of a message. In a file of its own, so that the browser loads it without the rest of the rule. */
export const maiorMensagem = 2000
