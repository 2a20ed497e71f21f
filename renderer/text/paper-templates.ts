/** Strings of paper templates, aspect sets, new drafts and the guidance beside the paper. */
export const paperTemplatesText = {
  title: '模板', aspects: '方面',
  yearOf: (year: string) => (/^\d{4}$/u.test(year) ? `${year}年` : year),
  /** “2023年 · 第一批主题教育” */
  yearAndBatch: (year: string, batch: string) => [year === '' ? '' : /^\d{4}$/u.test(year) ? `${year}年` : year, batch].filter((part) => part !== '').join(' · '),
  begin: {
    title: '新建文稿', kind: '文种', template: '模板', time: '年度、批次', anyTime: '不限',
    set: '方面', setOther: '（手工改过）', addAspect: '添一个方面', aspectName: (number: number) => `第 ${number} 个方面`, useAspect: (name: string) => `写“${name}”这一方面`, newAspect: '新方面', noAspects: '一个方面也没选，“方面名称”留作待填项。', twice: (name: string) => `“${name}”写了两次，只用一次。`,
    known: '已有', change: '修改', leave: '没填的留作待填项，写稿时随时可以填。', create: '新建', cancel: '取消', none: '这类文稿还没有模板。',
    example: (key: string) => (key.endsWith('日期') ? '如 2024年6月5日' : key === '会议名称' ? '如 2024年度民主生活会' : key.endsWith('组名称') ? '如 县委第二巡察组' : key === '问题数' ? '如 18' : ''),
  },
  library: {
    lead: '自带的模板可以复制一份再改；本单位的模板随时可改，改动不影响已经写好的文稿。', search: '查找模板', allKinds: '全部文种', shipped: '自带', own: '本单位', all: '全部', time: '年度、批次',
    begin: '以此新建', copy: '复制', edit: '编辑', rename: '改名', remove: '移除', newOne: '新建空模板', empty: '没有符合条件的模板。', unreadable: (names: string) => `有的模板读不出来，仍留在资料库中：${names}。`, removeUnreadable: '移除',
    required: '必写', perAspect: '每个方面重复', perAspectOf: (set: string) => `每个方面重复一遍（${set}）`, whole: '全文', limit: (atLeast: number | undefined, atMost: number | undefined) => (atLeast !== undefined && atMost !== undefined ? `${atLeast}—${atMost} 字` : atMost !== undefined ? `不超过 ${atMost} 字` : `不少于 ${atLeast ?? 0} 字`),
    layout: '版式', source: '来源', table: (rows: number) => `表格，${rows} 空行`, emptyBlock: '（空）', guidance: '写作提示', removed: (name: string) => `已移除模板“${name}”。`, undo: '撤销', undone: (name: string) => `已放回“${name}”。`, renamed: (name: string) => `已改名为“${name}”。`, nameLabel: '模板名称', save: '保存', unsaved: '有未保存的改动', blankName: '新模板', blankTitle: '[单位全称]', blankKey: '单位全称',
  },
  editor: {
    back: '返回模板', save: '保存', saved: '已保存', changed: '有未保存的改动', blocked: '有错误，改正后才能保存', undo: '撤销', redo: '重做', whole: '整篇', blocks: '各段', of: (name: string) => `编辑“${name}”`,
    add: '在下面加一段', remove: '删去这一段', up: '上移', down: '下移', keys: '↑ ↓ 选段，Alt+↑ ↓ 移动，Insert 加一段，Delete 删去，Ctrl+Z 撤销。',
    name: '名称', kind: '文种', description: '说明', year: '年度', batch: '批次', source: '来源', layout: '版式', aspectSet: '方面', noSet: '没有', limit: '全文字数', atLeast: '不少于', atMost: '不超过', characters: '字',
    labelChoices: ['【整改问题】：', '【整改措施】：', '【整改时限】：', '整改措施：', '整改时限：', '责任领导：', '责任人：', '责任科室：', '问题表现：', '原因分析：'], newColumns: ['序号', '内容'],
    role: '这一段是', list: '序号', noList: '不编号', label: '标签', labelHint: '如 【整改措施】：', text: '文字', textHint: '待填项写在方括号里，如 [单位全称]。空着的由写的人来写。', hint: '写作提示', hintHint: '写什么、写多少、常见的毛病。只在编辑时显示，不打印。', runIn: '接排在上一段后面', required: '必写部分', perAspect: '每个方面重复', partLimit: '这一部分的字数', columns: '各栏', columnRole: '这一栏是', columnTitle: '栏名', addColumn: '添一栏', removeColumn: (name: string) => `删去“${name}”栏`, emptyRows: '空行数', insertKey: '插入待填项',
    columnNames: { number: '序号', category: '类别', problem: '问题', cause: '原因', measure: '措施', responsible: '责任', timeLimit: '时限', other: '其他' },
    conflict: { title: '另一窗口刚改过这个模板', body: '您的改动还在这里。可以另存为一份新模板，也可以放弃改动、看对方的内容。', saveAs: '另存为新模板', theirs: '放弃我的改动', goOn: '继续编辑' }, gone: '这个模板刚在另一窗口移除。要留下它，请另存为新模板。', findings: (errors: number, warnings: number) => [errors > 0 ? `${errors} 处错误` : '', warnings > 0 ? `${warnings} 处提醒` : ''].filter((part) => part !== '').join('，'), sound: '没有发现毛病',
    savedAs: (name: string) => `已保存“${name}”。`,
  },
  sets: {
    lead: '对照检查按哪几个方面写，每年由上级通知规定。收到通知后在这里添一套，新建文稿时选用；自带的可以复制一份再改。', name: '名称', year: '年度', batch: '批次', source: '来源（通知名称、文号）', list: '方面，一行一个', add: '添一套方面', copy: '复制', edit: '修改', remove: '移除', save: '保存', cancel: '取消', removed: (name: string, templates: number) => (templates === 0 ? `已移除“${name}”。` : `已移除“${name}”。有 ${templates} 个模板原来选用它，新建时请另选。`), undo: '撤销', undone: (name: string) => `已放回“${name}”。`, copyName: (name: string) => `${name.slice(0, 190)} 副本`, newName: '新的一套方面', count: (count: number) => `${count} 个方面`, titleNew: '添一套方面', titleEdit: '修改这套方面', needName: '请写上名称。', needAspects: '请至少写一个方面。', twice: (name: string) => `“${name}”写了两次。`, tooMany: '最多 40 个方面。', tooLong: (name: string) => `“${name.slice(0, 12)}…”太长，一个方面最多 60 个字。`, shipped: '自带', own: '本单位',
  },
  guidance: {
    shortcuts: { keys: 'Ctrl+Alt+H', what: '看这一段的写作提示' }, show: '显示写作提示', hide: '隐藏写作提示', mark: '提示', open: '看这一段的写作提示 Ctrl+Alt+H', close: '收起', of: (name: string) => `写作提示（模板“${name}”）`,
    missing: '必写部分未写', unwritten: '未写', gone: (heading: string) => `${heading}：没有这一部分`, goTo: '转到这一部分',
  },
} as const
