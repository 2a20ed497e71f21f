/** Every Chinese string of the screens. Sentences that take values are functions. */
export const zh = {
  app: {
    mark: '整', name: '整稿', library: '文稿库', editing: '编辑', settings: '设置', loading: '正在打开…', zoom: '显示大小', retry: '重试', cancel: '取消', close: '关闭', confirm: '确定', back: '返回文稿库',
    unreachable: '与整稿程序的联系中断了。窗口里的内容还在，请不要关闭窗口；重新启动整稿后会自动保存。',
  },
  time: {
    today: (clock: string) => `今天 ${clock}`, yesterday: (clock: string) => `昨天 ${clock}`, day: (month: number, day: number) => `${month}月${day}日`, date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  },
  library: {
    title: '文稿库', search: '在全部文稿中查找，如 巡察 销号', importFile: '导入文件', paste: '粘贴文本', create: '新建文稿', all: '全部', trash: '回收站',
    columns: { title: '题名', kind: '文种', unit: '单位', characters: '字数', updated: '修改时间', trashed: '移入时间' },
    untitled: '（未命名）', toTrash: '移入回收站', restore: '恢复', open: '打开',
    trashed: (count: number) => `已移入回收站 ${count} 份`, restored: (count: number) => `已恢复 ${count} 份`, undo: '撤销',
    chosen: (count: number) => `已选 ${count} 份`, choose: '选择',
    emptyTitle: '文稿库还是空的', emptyHint: '可以从这里开始，也可以把 Word 或文本文件、整个文件夹直接拖进窗口。', openExamples: '打开示例', examplesMade: (count: number) => `已放入 ${count} 份示例`,
    trashEmpty: '回收站是空的。', nothingFound: (query: string) => `没有找到含“${query}”的文稿。`, nothingOfKind: '没有这一文种的文稿。',
  },
  paste: { title: '粘贴文本', hint: '把文稿全文粘贴到下面，下一步核对识别结果。', placeholder: '在此粘贴…', next: '识别' },
  importing: {
    title: '导入核对', kindIs: '识别为', store: '存入文稿库', source: '原文', result: '识别结果 · 点标签可改', reading: (name: string) => `正在读取“${name}”…`, storing: '正在存入…',
    whole: (count: string) => `原文 ${count} 字，一字未失`, linewise: '结构未能识别，已按原文逐行保留',
    found: (parts: number, groups: number, problems: number, causes: number, measures: number, limits: number) => `识别 ${parts} 部分 · ${groups} 方面 · ${problems} 问题 · ${causes} 原因 · ${measures} 措施 · ${limits} 时限`,
    cleaned: (count: number) => `清理 ${count} 处，可逐处放回`, renumbered: (count: number) => `${count} 处序号与次序不符`, nothingCleaned: '无需清理',
    report: '清理报告', putBack: '放回', putBackDone: '已放回', takeOut: '重新清理', sourceWas: (text: string) => `原文作“${text}”`, joined: '已接上断行', line: (line: number) => `第 ${line} 行`,
    notes: '读取说明', emptyLine: '空行', blankCount: (count: number) => `空行与首尾空格 ${count} 处`,
    edited: (count: number) => `已改 ${count} 处`,
  },
  reportKinds: {
    'invisible-character': '不可见字符', 'broken-character': '损坏的字符', markup: '网页标记', 'front-matter': '网页文件头', 'pay-wall': '付费标记', advertisement: '广告', indent: '首行空格', 'trailing-blank': '行尾空格',
    'stray-blank': '多余空格', 'blank-line': '空行', 'page-number': '页码', joined: '接上断行', 'table-cell': '还原表格', 'number-form': '序号写法', renumbered: '序号更正',
  },
  editing: {
    outline: '提纲', completeness: '齐不齐', exportWord: '导出 Word', undo: '撤销', redo: '重做', inspector: '右侧栏',
    tabs: { properties: '属性', versions: '版本', source: '来源' },
    characters: (count: string) => `全文 ${count} 字`, part: (name: string, count: string) => `${name} ${count} 字`, noPart: '',
    saved: (time: string) => `已保存 ${time}`, dirty: '有改动，稍后自动保存', saving: '正在保存…', failed: (message: string) => `没有保存：${message}`, conflict: '另一窗口已先保存，等待您选择',
    keys: '问题 Ctrl+1　原因 Ctrl+2　措施 Ctrl+3　时限 Ctrl+4　责任 Ctrl+5　更多 Ctrl+.　快捷键 F1',
    roleMenu: '改为', listMenu: '序号', noList: '无序号', runIn: '接排在上一段（Ctrl+J）', ownParagraph: '另起一段（Ctrl+J）', label: '段前标签', labelHint: '如 整改措施：',
    problems: (count: number) => `${count} 问题`, items: (count: number) => `${count} 个整改事项`, missing: (what: string, count: number) => `缺${what} ${count}`, complete: '问题、措施、时限齐全', noRecord: '这份文稿没有分条的整改事项',
    trashed: '这份文稿在回收站里，只能查看。', restoreIt: '恢复后编辑',
    reloaded: '另一窗口改过这份文稿，已载入最新内容。',
  },
  find: {
    title: '查找替换', query: '查找', replacement: '替换为（留空即删除）', hint: '只查正文，不动自动编的序号和标签。', inSelection: '只在选中的段落里', replaceThis: '替换这一处',
    found: (all: number, chosen: number) => (all === 0 ? '没有找到' : all === chosen ? `找到 ${all} 处` : `找到 ${all} 处，替换其中 ${chosen} 处`), more: (count: number) => `另有 ${count} 处未列出，也会替换。`,
    replaceAll: (count: number) => `替换 ${count} 处`, replaced: (count: number) => `已替换 ${count} 处，可以一次撤销。`,
  },
  shortcuts: {
    title: '快捷键', roles: '改变段落是什么', structure: '调整结构', other: '其他', makeRole: (name: string) => `改为${name}`,
    structureKeys: [
      { keys: 'Alt+↑ / Alt+↓', what: '上移、下移（标题连同其下全部内容）' },
      { keys: 'Tab / Shift+Tab', what: '降一级、升一级（标题连同其下标题；问题、措施成为上一条的表现、步骤）' },
      { keys: 'Ctrl+J', what: '接排在上一段，或另起一段' },
      { keys: 'Ctrl+.', what: '全部选项：角色、序号、标签' },
      { keys: 'Enter', what: '另起一段，接着编号' },
      { keys: 'Backspace', what: '在段首：先去掉序号，再去掉标签，再并入上一段' },
    ],
    otherKeys: [
      { keys: 'Ctrl+Z / Ctrl+Y', what: '撤销、重做' },
      { keys: 'Ctrl+F', what: '查找替换' },
      { keys: 'Ctrl+P', what: '预览与打印' },
      { keys: 'F9', what: '专注：只留正文（Esc 退出）' },
      { keys: 'Ctrl+B / Ctrl+U', what: '加粗、下划线' },
      { keys: 'Alt+Shift+1 … 5', what: '同 Ctrl+1 … 5（浏览器占用 Ctrl 时）' },
      { keys: 'F1', what: '打开本表' },
    ],
  },
  limits: {
    none: '选择时限', due: (date: string) => `${date} 前`, inferred: '年份按本文推定', immediate: '立即整改', longTerm: '长期坚持', periodic: '定期', within: (count: number, unit: string) => `${count}${unit}内`, event: '按节点', done: '已完成',
    pick: '完成日期', apply: '写入', clear: '不定日期', units: { day: '天', workday: '个工作日', week: '周', month: '个月', quarter: '个季度', year: '年' },
  },
  properties: { kind: '文种', layout: '版式', unit: '单位', author: '署名人', post: '职务', meeting: '会议', period: '期间', date: '成文日期', hint: '这里的改动也可以撤销。' },
  versions: {
    keep: '给现在的内容命名保存', name: '版本名称', namePlaceholder: '如 送审稿', view: '查看', restore: '恢复到这一版', restored: '已恢复。若不合适，可以撤销。', empty: '还没有历史版本。', kept: '已命名保存',
    reasons: { created: '新建', saved: '自动保存', imported: '导入', conflict: '两窗口冲突时保留', restored: '抢救恢复', named: '命名' }, characters: (count: string) => `${count} 字`, preview: '历史版本',
  },
  source: { from: (name: string, time: string) => `由“${name}”导入，${time}`, changes: (count: number) => `导入时清理与更正 ${count} 处`, original: '原文', none: '这份文稿不是导入的。' },
  conflict: {
    title: '这份文稿在另一窗口已先保存', body: '两份内容都已保留：对方的在文稿库中，您的已存为历史版本。请选择以哪一份为准。', theirs: '用对方的', mine: '用我的', both: '把我的另存为新文稿', theirsTime: (time: string) => `对方保存于 ${time}`,
    copyTitle: (title: string) => `${title}（另存）`, copied: '您的内容已另存为新文稿，本窗口已载入对方保存的内容。',
  },
  exporting: {
    working: '正在导出…', done: '已导出 Word', reveal: '打开所在文件夹', download: '下载一份', replace: '替换', rename: '换名保存', exists: '已有同名文件',
  },
  recovery: {
    title: '资料库文件已损坏', kept: (file: string) => `损坏的文件已改名保留：${file}`, missing: '资料库文件不见了，但这里曾经有过文稿。', choose: '请选择怎样继续（损坏的文件不会被删除）：',
    backup: '从备份恢复', nothing: '损坏的文件里读不出文稿', empty: '建立空的文稿库', drafts: (count: number | null) => (count === null ? '打不开' : `${count} 份文稿`), noBackups: '没有备份。', size: (size: string) => `${size}`,
  },
  faults: { title: '窗口出了意外', body: '已保存的内容都在。请重新载入窗口；若再次出现，请把“运行记录”交给维护人员。', reload: '重新载入' },
} as const
