/** The browser's own print dialogue for a document of pages: a frame out of sight holds nothing but them. */

/** Of the page: what is put into it must carry it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

const leastTime = 60_000

/** Resolves when the dialogue is open, or closed where the browser waits for it. */
export async function printInWindow(html: string): Promise<void> {
  for (const old of document.querySelectorAll('iframe.print-frame')) old.remove()
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  const loaded = new Promise<void>((resolve) => { frame.addEventListener('load', () => resolve(), { once: true }) })
  // The screen's enlargement would reach into the frame, and so onto paper.
  frame.style.setProperty('zoom', String(1 / (Number(document.documentElement.style.getPropertyValue('zoom')) || 1)))
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  const inside = frame.contentWindow!
  // Laid out once, it has asked for every slice of a font that it needs.
  inside.document.body.getBoundingClientRect()
  await inside.document.fonts.ready
  inside.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 1000), { once: true })
  // Where the browser never tells: a paper of hundreds of pages must not stay for good.
  setTimeout(() => frame.remove(), leastTime * 30)
  inside.focus()
  inside.print()
}
