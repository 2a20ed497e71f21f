/** Strings of what is done with a whole ledger: handing it out, merging a sheet back, reports. */
export const ledgerActionText = {
  exportExcel: '导出 Excel', exportWord: '导出 Word', working: '正在导出…', doneExcel: '已导出 Excel', doneWord: '已导出 Word', more: '更多', asShown: '按现在显示的列',
  report: '生成进展报告', reportDone: '已生成进展报告草稿', openReport: '打开', merge: '并入改过的 Excel…',
  reading: (name: string) => `正在读取“${name}”…`,
  dialog: {
    title: (name: string) => `并入“${name}”`, intro: (count: number) => `表中改了 ${count} 处。勾选要并入的，其余保持原样；并入后可以一次撤销。`, nothing: '表中没有与台账不同的内容，台账没有改动。',
    columns: { item: '事项', field: '栏目', now: '台账现在', then: '表中改为' }, empty: '（空）', cancel: '不并入', apply: (count: number) => (count === 0 ? '并入' : `并入 ${count} 处`), all: '全选', none: '全不选',
    conflict: '导出后台账这一格也改过，导出时是：', unclear: '看不懂这个日期或状态，不能并入。', derived: '这一栏由程序推算，不能并入；请改它所依据的内容。',
    unknown: (count: number) => `表中有 ${count} 行不是台账里的事项，没有并入。新的问题请先写进文稿。`, line: (line: number, text: string) => `第 ${line} 行：${text}`,
    absent: (count: number) => `导出时的 ${count} 项表中已没有，台账里保持原样。`, unchanged: (count: number) => `另有 ${count} 格没有变化。`, notes: '读取说明',
    merged: (count: number) => `已并入 ${count} 处，可以一次撤销。`, failed: (count: number) => `有 ${count} 处没有并入：`,
  },
} as const
