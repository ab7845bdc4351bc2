const navegadores: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]

const sistemas: [RegExp, string][] = [
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** A device as its owner would name it, "Chrome no Android", from its User-Agent. Good enough to recognise it; never to decide by. */
export function nomearAparelho(userAgent: string): string {
  const navegador = achar(navegadores, userAgent)
  const sistema = achar(sistemas, userAgent)
  if (navegador && sistema) return `${navegador} no ${sistema}`
  return navegador ?? sistema ?? 'Aparelho não reconhecido'
}

function achar(nomes: readonly [RegExp, string][], userAgent: string): string | undefined {
  return nomes.find(([padrao]) => padrao.test(userAgent.slice(0, 500)))?.[1]
}
