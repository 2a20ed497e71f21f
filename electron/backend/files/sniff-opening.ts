/** What a text-like file is by how it opens: XML by its root element, HTML and MIME by their first lines. */
import type { FileType } from './sniff-type.ts'

/** The first element behind declaration, comments, instructions and document type. */
function rootOf(text: string): { readonly name: string; readonly tag: string } | undefined {
  let at = 0
  for (let steps = 0; steps < 20; steps += 1) {
    while (at < text.length && /\s/.test(text[at]!)) at += 1
    const skipped = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : text.startsWith('<!', at) ? '>' : undefined
    if (skipped === undefined) break
    const end = text.indexOf(skipped, at)
    if (end === -1) return undefined
    at = end + skipped.length
  }
  const match = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)([^>]*)/.exec(text.slice(at))
  return match === null ? undefined : { name: match[2]!.toLowerCase(), tag: match[3]! }
}

function xmlType(text: string): FileType {
  const root = rootOf(text)
  const tag = root?.tag ?? ''
  switch (root?.name) {
    case 'worddocument': return { kind: 'wordml' }
    case 'package': return /2006\/xmlPackage/.test(tag) ? (/Excel\.Sheet/.test(text) ? { kind: 'other', label: '电子表格（XML）' } : /PowerPoint\.Show/.test(text) ? { kind: 'other', label: '演示文稿（XML）' } : { kind: 'flat-opc' }) : { kind: 'other', label: ' XML 文件' }
    // `office:document` of OpenDocument in one file; its type stands among the attributes, which may be many.
    case 'document': return !/opendocument/.test(text) ? { kind: 'other', label: ' XML 文件' } : /opendocument\.spreadsheet/.test(text) ? { kind: 'other', label: 'OpenDocument 表格（.fods）' } : /opendocument\.presentation/.test(text) ? { kind: 'other', label: 'OpenDocument 演示文稿（.fodp）' } : { kind: 'fodt' }
    case 'html': return { kind: 'html' }
    case 'uof': return { kind: 'other', label: '标文通文档（.uof）' }
    case 'workbook': return { kind: 'other', label: '电子表格（XML）' }
    case 'svg': return { kind: 'other', label: ' SVG 图片' }
    default: return { kind: 'other', label: ' XML 文件' }
  }
}

/** A piece of a page without its frame counts only where it opens as programs write it, not as people do. */
const pageStart = /^<(?:!doctype html|html|head|body|meta|title|style|table)\b/i

function mimeType(text: string): FileType | undefined {
  let headers = 0
  let type: string | undefined
  let mime = false
  for (const line of text.split(/\r?\n/, 60)) {
    if (line === '') break
    if (/^[ \t]/.test(line) && headers > 0) continue
    const header = /^([A-Za-z][A-Za-z0-9-]*):[ \t]*(.*)$/.exec(line)
    if (header === null) return undefined
    headers += 1
    const name = header[1]!.toLowerCase()
    if (name === 'mime-version') mime = true
    if (name === 'content-type') type = header[2]!.toLowerCase()
  }
  if (type === undefined || !(mime || /^multipart\//.test(type))) return undefined
  return /^multipart\/related|^text\/html/.test(type) ? { kind: 'mht' } : { kind: 'other', label: '邮件（.eml）' }
}

/** @param head the first few thousand characters, each byte one character. @returns undefined for what may be plain text. */
export function openingType(head: string): FileType | undefined {
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').trimStart()
  if (/^<\?xml\b|^<\?mso\b/i.test(text)) return xmlType(text)
  if (/^<(?:w:wordDocument|pkg:package|office:document|uof:UOF)\b/.test(text)) return xmlType(text)
  if (pageStart.test(text)) return { kind: 'html' }
  if (text.startsWith('<!--')) {
    const root = rootOf(text)
    if (root !== undefined && pageStart.test(`<${root.name} `)) return { kind: 'html' }
  }
  return mimeType(text)
}
