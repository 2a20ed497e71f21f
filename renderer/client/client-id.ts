/**
 * This window, told apart from others. A reload keeps the name, so that what the window was editing stays its own: it is
 * left behind when the page goes and taken away when it comes. A duplicate of the window finds nothing, and is another.
 */
const key = 'zhenggao-window'

function takeUp(): string {
  const left = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  return left ?? crypto.randomUUID()
}

export const clientId = takeUp()

window.addEventListener('pagehide', () => sessionStorage.setItem(key, clientId))
window.addEventListener('pageshow', () => sessionStorage.removeItem(key))
