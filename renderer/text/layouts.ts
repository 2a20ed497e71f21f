/** Strings of the settings for layouts (版式). */
export const layoutsText = {
  title: '版式',
  lead: '版式管纸张、行距、字体、字号等所有数字，文稿在“属性”里选用。自带的版式不能改，复制一份就可以逐项修改，也可以导出给别的单位用。',
  list: {
    name: '名称', grid: '每页', pitch: '行距', margins: '页边距（上、下、左、右）', kind: '来源', shipped: '自带', own: '本单位', copyOf: (name: string) => `由“${name}”复制`, actions: '操作',
    gridOf: (lines: number, characters: number) => `${lines} 行 × ${characters} 字`, points: (points: string) => `${points} 磅`, millimetres: (values: string) => `${values} 毫米`,
    show: '查看', edit: '修改', copy: '复制一份再改', exportFile: '导出', remove: '删除', import: '导入版式…', warned: (count: number) => `${count} 处提醒`, unsaved: '有未保存的改动',
    unreadable: (names: string) => `有版式读不出来，内容仍留在资料库中，没有丢失：${names}。可能由更新版本的整稿写成，升级后即可使用。`,
  },
  exported: '已导出版式',
  removed: (name: string) => `已删除版式“${name}”。`, removedSwitched: (name: string, count: number, to: string) => `已删除版式“${name}”，${count} 份文稿改用“${to}”。`,
  undo: '撤销', undone: (name: string, drafts: number) => (drafts === 0 ? `版式“${name}”已恢复。` : `版式“${name}”已恢复，${drafts} 份文稿改回原版式。`),
  inUse: { title: (name: string, count: number) => `有 ${count} 份文稿在用“${name}”`, lead: '删除前，先选这些文稿改用哪个版式（回收站里的也会一起改）。删除后可以撤销。', to: '改用', confirm: '改用并删除' },
  imported: { added: (name: string) => `已导入版式“${name}”。`, replaced: (name: string) => `已替换版式“${name}”。`, same: (name: string) => `版式“${name}”已有，内容相同，没有改动。`, warnings: '导入的版式有几处提醒：' },
  exists: { title: '已有这个版式', keepBoth: '两个都留', replace: '替换原来的' },
  form: {
    back: '返回版式列表', name: '版式名称', source: '说明', save: '保存', saved: '已保存', saving: '正在保存…', discard: '放弃改动', readOnly: '自带的版式，只能查看。', copy: '复制一份再改',
    changed: (count: number) => `有 ${count} 处改动未保存`, unchanged: '没有未保存的改动', blocked: (count: number) => `有 ${count} 处错误，改正后才能保存`,
    joined: '另一窗口也改过这个版式，两边的改动已合在一起保存。', gone: '这个版式已在另一窗口删除。可以放弃改动，或另存为新的版式。', saveAsNew: '另存为新的版式',
    revert: '还原', revertTo: (value: string) => `还原为已保存的 ${value}`, toOrigin: (name: string, value: string) => `用“${name}”的 ${value}`, allToOrigin: (name: string) => `全部用“${name}”的数值`, on: '是', off: '否', blank: '（空）',
    repair: (what: string) => `改为 ${what}`, repairMany: '按此改正',
    number: '请填数字', size: '请填字号，如 三号、16', whole: '请填整数',
    units: { millimetres: '毫米', points: '磅', lines: '行', characters: '字' },
    bold: '加粗', chinese: '中文字体', latin: '数字字母', sizeHead: '字号', pitchHead: '行距（磅）', type: '类别',
    usedBy: '保存后，选用这个版式的文稿再导出就按新的数字排。',
  },
  facts: {
    label: '算出来的结果', lines: (lines: number) => `每页 ${lines} 行`, characters: (characters: number) => `每行 ${characters} 字`, area: (width: string, height: string) => `版心 ${width}×${height} 毫米`,
    left: (points: string) => `每页余 ${points} 磅`, title: (characters: number) => `标题每行 ${characters} 字`, number: (millimetres: string) => `页码在版心下 ${millimetres} 毫米`, noNumber: '不印页码', standard: '国标：22 行 28 字，版心 156×225 毫米，页码在版心下 7 毫米',
    allFits: '各项数字相互吻合', warnings: (count: number) => `${count} 处提醒`, errors: (count: number) => `${count} 处错误`,
  },
  preview: { label: '版式预览', title: '预览', page: (page: number, of: number) => `第 ${page} 页，共 ${of} 页`, first: '首页', last: '表格与署名', standing: '有错误，预览停在改正前的样子', setting: '正在排版…', failed: '预览没有排出来，不影响保存。', small: '整页', large: '放大' },
  groups: { page: '页面', grid: '行与字', headings: '各级标题', body: '正文', table: '表格', number: '页码', spacing: '标点与间距' },
  types: { body: '正文', title: '标题', subtitle: '副标题、署题', heading1: '一级标题', heading2: '二级标题', heading3: '三级标题', heading4: '四级标题', table: '表格', tableHead: '表头', pageNumber: '页码' },
  labels: {
    'page.width': '纸宽', 'page.height': '纸高', 'page.top': '上边距（天头）', 'page.bottom': '下边距', 'page.left': '左边距（订口）', 'page.right': '右边距', 'page.header': '页眉距纸边', 'page.footer': '页脚距纸边',
    'grid.linesPerPage': '每页行数', 'grid.charactersPerLine': '每行字数', 'grid.linePitch': '行距（固定值）', 'grid.characterSpacing': '字间距', 'grid.indent': '首行缩进（两个字）',
    'styles.label.bold': '【整改问题】等标签加粗', 'ledger.size': '台账字号', 'ledger.smallestSize': '台账最小字号',
    'pageNumber.place': '页码位置', 'pageNumber.before': '页码前', 'pageNumber.after': '页码后', 'pageNumber.indent': '离版心左右边',
    'options.hangingPunctuation': '行末标点可以伸出版心', 'options.compressPunctuation': '压缩标点', 'options.autoSpace': '中文与数字之间自动加空', 'options.keepHeadingWithNext': '标题不单独留在页末',
    name: '名称', source: '说明',
  } as Readonly<Record<string, string>>,
  places: { outside: '单页居右、双页居左', centre: '居中', none: '不印页码' },
  gone: { field: (id: string) => `原版式已不在本机（${id}）`, lead: '这份文稿用的版式已不在本机，导出前请另选一个。', use: (name: string) => `改用“${name}”`, title: '文稿用的版式已不在本机', previewed: (name: string) => `这份文稿用的版式已不在本机，这里按“${name}”显示。合适就点“用于本文稿”，也可以另选一个。`, exportWith: (name: string) => `按“${name}”导出` },
} as const

/** Fonts offered where a name is asked for; any other may be typed. */
export const fontSuggestions = {
  chinese: [
    { label: '公文常用', names: ['仿宋_GB2312', '楷体_GB2312', '方正小标宋简体', '黑体', '宋体'] },
    { label: 'Windows 自带', names: ['仿宋', '楷体', '黑体', '宋体', '微软雅黑'] },
    { label: '方正（统信、麒麟）', names: ['方正仿宋_GBK', '方正楷体_GBK', '方正小标宋_GBK', '方正黑体_GBK', '方正书宋_GBK'] },
    { label: '其他', names: ['华文仿宋', '华文楷体', '华文中宋', '思源宋体', '思源黑体'] },
  ],
  latin: [
    { label: '与中文一致', names: ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体'] },
    { label: '西文', names: ['Times New Roman', 'Arial'] },
    { label: '方正（统信、麒麟）', names: ['方正仿宋_GBK', '方正楷体_GBK', '方正黑体_GBK'] },
  ],
} as const

/** Units that may be typed behind a number. */
export const typedUnits = /(?:毫米|mm|磅|pt|行|字)$/iu
