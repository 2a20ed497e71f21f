/** Every entry of our Word files and spreadsheets carries this time; Word, WPS and LibreOffice write others when they save. */
const fixedDate = ((2000 - 1980) << 9) | (1 << 5) | 1
const fixedTime = 12 << 11

const directorySignature = 0x02014b50
const endSignature = 0x06054b50
const endLength = 22

/**
 * Whether the file is one this program wrote and nobody has saved since. Goes by the zip's directory, not by styles:
 * those are still there after the file was edited in Word.
 */
export function isOwnOfficeFile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endSignature) return false
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature) return false
    if (view.getUint16(at + 12, true) !== fixedTime || view.getUint16(at + 14, true) !== fixedDate) return false
    const length = view.getUint16(at + 28, true)
    if (at + 46 + length > end) return false
    names.push(Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, length).toString('utf8'))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names[0] === '[Content_Types].xml' && (names.includes('word/document.xml') || names.includes('xl/workbook.xml'))
}
