/** `npm run manifest`: custom-elements.json, from which editors know the tags, their attributes, events and custom properties. */
const inner = new Set()

export default {
  globs: ['widget/base/element.ts', 'widget/elements/*/protocolo-*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [{ name: 'only-what-pages-use', analyzePhase: noteState, packageLinkPhase: leaveOut }],
}

/** Of Lit's reactive properties, those with `state` are no attributes. */
function noteState({ ts, node }) {
  if (!ts.isPropertyAssignment(node) || !ts.isObjectLiteralExpression(node.initializer)) return
  if (node.initializer.properties.some(({ name }) => name?.text === 'state')) inner.add(node.name.text)
}

/** An event without a description is the one that `emitir` sends under a name it is given. */
function leaveOut({ customElementsManifest }) {
  for (const declaration of customElementsManifest.modules.flatMap(({ declarations }) => declarations)) {
    declaration.attributes = declaration.attributes?.filter(({ name }) => !inner.has(name))
    declaration.events = declaration.events?.filter(({ description }) => description)
    declaration.members = declaration.members?.filter(({ name, privacy }) => privacy !== 'private' && !inner.has(name))
  }
}
