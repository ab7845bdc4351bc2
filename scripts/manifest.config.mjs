/** How the analyzer reads the tags for scripts/manifest.mjs: what pages use, with its types written out. */
const inner = new Set()
const aliases = new Map()

export default {
  globs: ['widget/base/{element,tema,eventos}.ts', 'widget/texts/voz.ts', 'widget/elements/*/protocolo-*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'only-what-pages-use', analyzePhase: note, packageLinkPhase: leaveOut }],
}

/** Of Lit's reactive properties, those with `state` are no attributes. A type that is a choice of words is noted by its name. */
function note({ ts, node }) {
  if (ts.isTypeAliasDeclaration(node) && /^\|?\s*'/.test(node.type.getText())) aliases.set(node.name.text, node.type.getText())
  if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return
  if (node.initializer.properties.some(({ name }) => name?.text === 'state')) inner.add(node.name.text)
}

/** An event without a description is the one that `emitir` sends under a name it is given. */
function leaveOut({ customElementsManifest }) {
  const classes = customElementsManifest.modules.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'class')
  for (const declaration of classes) {
    declaration.attributes = declaration.attributes?.filter(({ name }) => !inner.has(name))
    declaration.events = declaration.events?.filter(({ description }) => description)
    declaration.members = declaration.members?.filter(({ name, privacy = 'public' }) => privacy === 'public' && !inner.has(name))
    for (const { type } of [...(declaration.attributes ?? []), ...(declaration.members ?? [])]) if (type) type.text = written(type.text)
  }
}

function written(type) {
  return type.replace(/[A-Z]\w+/g, (name) => aliases.get(name) ?? name)
}
