/** Strings of the settings screen. */
export const settingsText = {
  title: '设置', sections: '设置的内容',
  unit: {
    title: '单位情况', lead: '填一次，写责任人、责任科室时就能直接选用。都可以留空。',
    fullName: '单位全称', fullNameHint: '如 青禾县水务局', shortName: '简称', shortNameHint: '如 县水务局', kind: '单位类型', kindHint: '如 党组',
    superiors: '上级机关', leaders: '领导班子', people: '人员', offices: '科室',
    leadersNote: '按排名先后填写。', peopleNote: '班子成员以外、常作为责任人的同志。', officesNote: '按本单位习惯的次序。', superiorsNote: '',
    oneLeader: '领导', onePerson: '人员', oneOffice: '科室', oneSuperior: '上级机关',
    name: '姓名', post: '职务', office: '科室', unitName: '名称', officeName: '科室名称',
    namePlaceholder: '姓名', postPlaceholder: '职务', officePlaceholder: '所在科室', superiorPlaceholder: '机关名称', officeNamePlaceholder: '科室名称',
  },
  list: {
    add: (what: string) => `添加${what}`, remove: '删除', drag: '拖动排序，或按 Alt+↑、Alt+↓', empty: '还没有填写。',
    removed: (name: string) => `已删除“${name}”。`, removedBlank: '已删除一行空白。', undo: '撤销删除', count: (count: number) => `${count} 项`,
    pasted: (count: number) => `已加入 ${count} 行。`, takeBack: '撤销加入', keys: '回车添加下一行；粘贴多行，一行一个，可一次加入；Alt+↑、Alt+↓ 调整次序。', row: (index: number) => `第 ${index} 行`,
  },
  ledger: {
    title: '台账', lead: '台账里每个事项按离整改时限还有多少天显示颜色；已销号的事项不显示颜色。',
    green: '剩余天数不超过', greenAfter: '天时显示绿色', yellow: '剩余天数不超过', yellowAfter: '天时显示黄色', red: '超过时限显示红色，不必设置。', legend: '显示的样子', reset: '恢复默认', resetDone: '已恢复默认天数。', undo: '撤销',
    none: '不显示颜色', colours: { none: '无色', green: '绿色', yellow: '黄色', red: '红色' },
    over: (days: number) => `还有 ${days} 天以上`, range: (from: number, to: number) => (from === to ? (from === 0 ? '今天到期' : `还有 ${from} 天`) : to === 0 ? `还有 ${from} 天至今天到期` : `还有 ${from} 至 ${to} 天`), overdue: '已超过时限',
    sample: (days: number) => (days < 0 ? `已超 ${-days} 天` : days === 0 ? '今天到期' : `还有 ${days} 天`), samples: '例',
  },
  problems: {
    tooLong: (most: number, now: number) => `最多 ${most} 字，现有 ${now} 字`, tooMany: (most: number) => `最多 ${most} 行`, broken: '含有不能保存的字符，请重新输入',
    noName: '没有姓名，写作时不会提示', whole: '请填整数', days: (least: number, most: number) => `请填 ${least} 到 ${most} 之间的整数`, order: '绿色的天数要大于黄色的天数', twice: (row: number) => `与第 ${row} 行相同`,
    notSaved: (count: number) => `有 ${count} 处填写有误，这几处没有保存`,
  },
} as const
