import type { FileType, ReadKind } from './sniff-type.ts'

const readNames: Readonly<Record<ReadKind, string>> = {
  docx: ' Word 文档', doc: '旧版 Word 文档（.doc）', wps: ' WPS 文档（.wps）', rtf: ' RTF 文档', html: '网页文件', mht: '单个文件网页（.mht）',
  wordml: ' Word 2003 XML 文档', 'flat-opc': ' Word XML 文档', odt: ' OpenDocument 文档（.odt）', fodt: ' OpenDocument 文档（.fodt）',
}

/** What a file is, in the writer's words, for a sentence that refuses it. */
export function typeName(type: FileType): string {
  switch (type.kind) {
    case 'text': return '文本文件'
    case 'encrypted': return '加了密码的文档'
    case 'other': case 'binary': return type.label
    default: return readNames[type.kind]
  }
}
