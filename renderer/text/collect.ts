/** Strings of 汇总: one ledger over many units' packages, one draft of several members'. */
export const collectText = {
  title: '汇总各单位台账',
  lead: '选择各单位报来的交换包（.zgx），汇成一本台账：按单位、按问题类别统计，列出未报单位、冲突和重复。原来的文件只读取，不改动；读进来的文稿和台账不会存入文稿库。',
  folder: '选择文件夹…', files: '选择文件…', dropHint: '松开鼠标汇总这些交换包', nothing: '里面没有交换包（.zgx 文件）。',
  passphrase: '口令', passphraseHint: '包设了口令时填写，所有包共用；个别口令不同的，汇总后可以逐个补填。',
  expected: {
    title: '应报单位', hint: '每行一个，可在括号里写简称，如：青禾县水务局（水务局）。用来核对谁还没有报。', count: (units: number) => `名单上有 ${units} 个单位`, none: '还没有名单，汇总后无法核对未报单位。',
    edit: '修改应报单位', save: '保存名单', tooMany: (most: number) => `名单最多 ${most} 行，多出的没有保存。`, placeholder: '青禾县水务局（水务局）\n青禾县财政局\n丰谷镇',
  },
  ledgers: {
    title: '本机的台账', hint: '在“台账”里存成的，和打开交换包收到的。', none: '还没有。在“台账”的“更多”里可以把台账存成可交换的。',
    collect: (count: number) => (count === 0 ? '汇总所选' : `汇总所选 ${count} 份`), remove: '移走', removed: (count: number) => `已移走 ${count} 份台账。`, undo: '撤销', noUnit: '（未写明）', told: (unit: string, rows: number, day: string) => `${unit}　${rows} 项　${day}`,
  },
  last: { title: '上一次汇总', told: (units: number, rows: number) => `${units} 个单位，${rows} 项`, open: '查看' },
  reading: (at: number, all: number) => `正在读取第 ${at} 个，共 ${all} 个`, summing: '正在汇总…', loading: '正在列出事项…', stopping: '正在停止…', cancel: '停止',
  stopped: (read: number, left: number) => `已停止：读了 ${read} 个包，还有 ${left} 个没有读。下面只是已读的部分。`, goOn: '继续读取',
  tooMany: (all: number, most: number) => `一共 ${all} 个文件，一次最多汇总 ${most} 个，已取前 ${most} 个。`, tooDeep: '文件夹层次过深或文件太多，只查看了一部分。', unreadableFolders: (names: string) => `没有权限查看这些文件夹，里面的包没有汇总：${names}。`,
  others: (count: number) => `文件夹里另有 ${count} 个不是交换包的文件，没有读取。`,
  facts: (units: number, rows: number, overdue: number) => `${units} 个单位　${rows} 项${overdue > 0 ? `　逾期 ${overdue} 项` : ''}`,
  anew: '重新汇总', excel: '导出 Excel', word: '导出 Word', keep: '存成台账',
  doneExcel: '已导出 Excel', doneWord: '已导出 Word', keepTitle: '存成台账', keepName: '名称', kept: (title: string) => `已存成“${title}”，可以打进交换包，也可以再次汇总。`,
  tabs: { ledger: '台账', units: '按单位', classes: '按类别', missing: '未报', doubts: '冲突与重复', unread: '未读出' },
  search: '查找', states: '状态', all: '全部', overdue: '逾期', shown: (count: number, all: number) => (count === all ? `共 ${all} 项` : `显示 ${count} 项，共 ${all} 项`),
  file: (name: string) => `来自：${name}`, empty: '没有内容。', noDoubts: '没有发现冲突和重复。', noUnread: '所有文件都读出来了。', noRows: '没有整改事项。',
  choice: {
    title: '一个单位有多个包', hint: '默认每份文稿取最新的。可以改为只取其中一个包，或都取（相同的只计一次）。', newest: '每份文稿取最新', all: '都取，相同的计一次', only: (name: string) => `只取 ${name}`, of: (unit: string) => `“${unit}”取用哪个包`,
    file: (day: string, rows: number, taken: number) => `${day}　${rows} 项，取用 ${taken} 项`,
  },
  unlock: { title: (count: number) => `${count} 个包要口令`, hint: '输入口令后只重读这些包。', action: '重新读取', label: '这些包的口令' },
  pack: { menu: '存成可交换的台账…', title: '存成可交换的台账', done: (title: string, rows: number) => `已把 ${rows} 项存成“${title}”。到“交换”里可以把它打进交换包。`, open: '去交换', name: '名称', ok: '存成台账', usual: (unit: string, day: string) => `${unit}整改台账 ${day}` },
  merge: {
    action: '合成班子稿', title: '合成班子稿', hint: (count: number) => `把所选 ${count} 份成员文稿按方面合成一份班子稿。成员的文稿不变，每个问题都标明来自谁。`,
    kind: '合成', kinds: { 'team-plan': '班子整改方案', 'self-examination': '班子对照检查材料' }, auto: '按成员文稿的文种', ok: '合成',
    done: (members: number, problems: number) => `已合成：${members} 人，${problems} 个问题。`, open: '打开班子稿', duplicates: (count: number) => `${count} 处问题文字相同，都已保留，请斟酌合并：`,
    told: (count: number) => `${count} 处内容没有放进正文（各人的题名、署名等），已作为批注留在题名上。`, tooMany: (most: number) => `一次最多合成 ${most} 份。`, more: (count: number) => `还有 ${count} 处。`,
  },
  origin: (from: string) => `来自：${from}`,
} as const
