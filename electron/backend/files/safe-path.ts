/** File names from titles, good on Windows, Linux and a FAT-formatted USB stick alike. */

/** Not allowed in names by Windows; control characters by all. */
const reserved = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f]/g
/** Change the direction of text or print nothing: a name must be what it looks like. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g
/** Devices of Windows, with any extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu

/** Bytes a name may have, room for “（12）.docx” left: ext4 and most others allow 255. */
const longest = 200

const replacements: Readonly<Record<string, string>> = { '<': '〈', '>': '〉', ':': '：', '"': '＂', '/': '／', '\\': '＼', '|': '｜', '?': '？', '*': '＊' }

function cutToBytes(text: string, limit: number): string {
  let size = 0
  let result = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > limit) break
    result += character
  }
  return result
}

/**
 * @param title any text.
 * @returns a file name without extension: never empty, no path, at most 200 bytes. Signs that may not stand in names
 * become their full-width twins, so that the name still reads as the title.
 */
export function safeFileName(title: string): string {
  const plain = title.toWellFormed().normalize('NFC')
    .replace(reserved, (sign) => replacements[sign] ?? ' ')
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
  const cut = cutToBytes(plain.trim(), longest)
  // Windows drops dots and blanks at the end; a dot in front hides a file.
  const trimmed = cut.replace(/^[.\s]+|[.\s]+$/gu, '')
  if (trimmed === '') return '未命名文稿'
  return device.test(trimmed) ? `_${trimmed}` : trimmed
}
