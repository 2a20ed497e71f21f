/** Strings of the settings for a unit's own Word templates, and of exporting by them. */
export const templatesText = {
  title: 'Word 模板',
  lead: '有固定格式的文头、表格，可以用本单位的 Word 文件作模板：在要填的地方写上花括号和字段名，如 {标题}、{正文}，加入后在文稿里按模板导出。模板的页眉、页脚和样式都不变。',
  list: { name: '名称', fields: '字段', added: '加入时间', actions: '操作', fieldCount: (count: number, unknown: number) => (unknown === 0 ? `${count} 个字段` : `${count} 个字段，${unknown} 个不认识`), empty: '还没有模板。', show: '查看字段', hide: '收起', tryOut: '示例试填', exportFile: '导出模板', remove: '删除', rename: '模板名称', notes: (count: number) => `${count} 处提醒` },
  add: '加入模板…', adding: '正在检查…', added: (name: string) => `已加入模板“${name}”。`, tried: '已用示例填好', exported: '已导出模板', removed: (name: string) => `已删除模板“${name}”。`, undo: '撤销', undone: (name: string) => `模板“${name}”已恢复。`,
  broken: { title: '模板里有写错的字段，没有加入', lead: '请在 Word 中改正下面各处，保存后重新加入：' },
  found: { title: '模板里的字段', name: '字段', kind: '作用', place: '位置', times: (count: number) => `等 ${count} 处`, kinds: { body: '全文', loop: '逐项重复', field: '填写', unknown: '不认识，原样留着' } },
  help: {
    title: '可用的字段', paper: '文稿', items: (name: string) => `整改事项：写在 {#${name}} 和 {/${name}} 之间，放在表格的一行里就逐行列出`, groups: (name: string) => `方面：写在 {#${name}} 和 {/${name}} 之间，里面可以再列整改事项`,
    body: (name: string) => `{${name}} 单独占一段，填入全文，字体、行距按文稿的版式；模板里另有字段的标题、署名等不重复写入。`, condition: '{#密级}密级：{密级}{/密级}：没有密级时整段不写。',
    field: (name: string) => `{${name}}`, also: (names: string) => `也可写 ${names}`,
  },
  menu: { word: '导出 Word', by: '按本单位模板导出', more: '其他导出方式', manage: '管理模板…', none: '还没有模板，到“设置”里加入', done: (name: string) => `已按模板“${name}”导出` },
} as const
