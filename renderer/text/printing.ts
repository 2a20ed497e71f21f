/** Strings of pages on screen, printing, and many drafts at once. */
const grouped = (count: number) => count.toLocaleString('zh-CN')

export const printingText = {
  open: '预览', openHint: '预览与打印 Ctrl+P', title: '预览与打印', back: '返回编辑', backHint: '返回编辑 Esc', working: '正在排版…', backToLibrary: '返回文稿库',
  pages: (count: number) => `共 ${grouped(count)} 页`, pagesUnknown: '页数计算中', pagesHint: '按版式排出的页数，与预览、打印一致',
  counts: (pages: number, lines: number, characters: number) => `${grouped(pages)} 页 · ${grouped(lines)} 行 · ${grouped(characters)} 字`,
  layout: '版式', useLayout: '用于本文稿', layoutUsed: '已改为这份文稿的版式。', layoutTried: '只是试看，文稿的版式没有改',
  page: '第', ofPages: (count: number) => `/ ${grouped(count)} 页`, pageNumber: '页码', previous: '上一页', next: '下一页',
  pageName: (page: number) => `第 ${page} 页`,
  zoom: { name: '页面大小', page: '整页', width: '页宽', in: '放大', out: '缩小' },
  facing: '对页', facingHint: '左右两页并排，单页码在右', grid: '网格', gridHint: '显示每页行数、每行字数的网格', thumbnails: '缩略图',
  lineHint: '点某一行，回到那一段修改', empty: '这份文稿还没有内容。',
  print: '打印', exportPdf: '导出 PDF', exportWord: '导出 Word', pdfDone: '已导出 PDF', wordDone: '已导出 Word', makingPdf: '正在生成 PDF…',
  failedToSet: '页面没有排出来。文稿没有变化，请返回编辑后重试；若再次出现，请把“运行记录”交给维护人员。',
  fonts: {
    title: (names: readonly string[]) => `本机没有安装 ${names.join('、')}，预览和打印暂用随程序附带的开源字体，每行每页的位置不变。`,
    detail: '导出的 Word 文件仍写公文规定的字体名，在装有这些字体的电脑上打开即为正式字体。要在本机显示正式字体：向本单位信息化部门索取字体文件（单位已购的方正字库，或 Windows、WPS 自带的仿宋、楷体、黑体、宋体），双击安装后重新启动整稿。',
    dismiss: '知道了，不再提示', more: '怎么办',
  },
  dialog: {
    title: '打印', which: '页码范围', all: '全部', current: (page: number) => `当前页（第 ${page} 页）`, range: '指定', rangeHint: '如 1-3,5', sides: '打印哪些页',
    sidesAll: '全部页', odd: '只打奇数页', even: '只打偶数页', manual: '手动双面',
    reverse: '逆序（从最后一页打起）', faces: (faces: number) => `将打印 ${faces} 页。`, sheets: (sheets: number) => `共用 ${sheets} 张纸。`,
    copies: '打印份数、打印机和纸张在接下来的系统打印窗口里选；缩放请选“无”或“100%”，页边距请选“无”或“默认”。',
    duplexPrinter: '打印机能自动双面的，选“全部页”，再在系统打印窗口里选“双面打印（长边翻转）”。',
    step1: (count: number) => `第一步：打印正面（${count} 张）`, step2: (count: number) => `第二步：打印背面（${count} 张）`,
    manualHint: '先打正面。打完后不要打乱次序，把这一叠纸翻过来、页眉方向不变放回纸盒，再打背面。背面按逆序打印；如果您的打印机出纸时字朝上、次序颠倒，请去掉“逆序”。页数为单数时，最后一张的背面自动留空。',
    backsReverse: '背面逆序打印', ok: '打印', cancel: '取消', close: '关闭', pdf: '所选页存为 PDF',
    unreadable: (part: string) => `看不懂“${part}”，请按 1-3,5 这样填写。`, outside: (part: string, count: number) => `“${part}”不在 1 至 ${count} 页之内。`, none: '所选范围里没有要打印的页。',
    preparing: '正在准备打印…', failed: (count: number) => `有 ${count} 份没有排进打印：`,
  },
  batch: {
    exportOpen: '导出…', printOpen: '打印…', exportTitle: (count: number) => `导出 ${count} 份文稿`, printTitle: (count: number) => `打印 ${count} 份文稿`,
    word: 'Word 文件（.docx）', pdf: 'PDF 文件（.pdf）', format: '文件类型', noPdf: '本机没有可以生成 PDF 的浏览器。', where: '写入导出文件夹下以当天日期命名的新文件夹，每份一个文件，原有文件不动。',
    start: '开始导出', startPrint: '打印', running: (done: number, all: number) => `已完成 ${done} / ${all} 份`, cancel: '停止', cancelling: '正在停止…', close: '完成', reveal: '打开文件夹',
    done: (count: number) => `已写出 ${count} 份`, cancelled: (count: number) => `已停止，停止前写出 ${count} 份，这些文件是完整的。`, failed: (count: number) => `${count} 份没有写出，原因如下；文稿都没有变化。`,
    untitled: '（未命名）', colon: '：', tooMany: (most: number) => `一次最多处理 ${most} 份，请分几次选择。`,
    printHint: '所选文稿合成一次打印，每份从新的一张纸正面开始，不会两份印在同一张纸上。', preparing: '正在逐份排版…', fronts: '第一步：打印正面', backs: '第二步：打印背面', unprinted: (count: number) => `${count} 份没有排进打印，其余照常打印：`,
  },
} as const
