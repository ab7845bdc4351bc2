/** Private windows, sandboxed frames and full disks refuse storage by throwing: then what would be kept lives in the page. */
function naGuarda<T>(qual: 'localStorage' | 'sessionStorage', usar: (guarda: Storage) => T): T | undefined {
  try {
    return usar(window[qual])
  } catch (erro) {
    console.debug('protocolo: what this browser keeps is out of reach', erro)
    return undefined
  }
}

/** What the tab keeps, over reloads too. @returns undefined also where nothing is kept */
export function naAba<T>(usar: (aba: Storage) => T): T | undefined {
  return naGuarda('sessionStorage', usar)
}

/** What the device keeps, for every tab. @returns undefined also where nothing is kept */
export function noAparelho<T>(usar: (aparelho: Storage) => T): T | undefined {
  return naGuarda('localStorage', usar)
}
