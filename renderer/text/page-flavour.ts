/** Strings of the choice whose lines and page breaks pages have. */
export const flavourText = {
  name: '按哪个软件分行分页',
  options: { word: '按 Word、WPS 分行', libreoffice: '按 LibreOffice 分行' },
  hint: '同一份 Word 文件，LibreOffice 分行和分页的办法与 Word、WPS 有些不同：它在汉字与数字之间总留一点空，网格居中放在版心里，避头尾的标点也另有一套。'
    + '所以有的行多一字或少一字，有的页多一行或少一行。上交和打印一般用 Word 或 WPS，选前者；本机只用 LibreOffice 打印的，选后者，预览、打印和 PDF 就与它一致。文稿和导出的 Word 文件不变，编辑页下方的页数仍按 Word、WPS 计。',
  chosen: '分行分页按 LibreOffice（在预览里选定的）。',
} as const
