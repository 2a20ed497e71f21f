import type { ImportSource } from '../../shared/contract/procedures.ts'

/** What the file dialogue shows. A hint only: what a file is, its content says. */
export const importAccept = '.docx,.doc,.wps,.wpt,.dot,.dotx,.docm,.rtf,.odt,.ott,.fodt,.html,.htm,.mht,.mhtml,.xml,.txt,.md'

/** Types of files as the writer calls them. */
export const formatNames: Readonly<Record<ImportSource['format'], string>> = {
  txt: '文本', docx: 'Word 文档', doc: '旧版 Word 文档', wps: '旧版 WPS 文档', rtf: 'RTF 文档', html: '网页', wordml: 'Word XML 文档', odt: 'OpenDocument 文档', paste: '粘贴',
}
