/** Strings about completing names of those responsible. */
export const responsibleText = {
  list: '可选的责任人、责任科室',
  kinds: { leader: '领导', person: '人员', office: '科室' },
  keep: (name: string) => `“${name}”不在单位情况里 · 记入单位情况`,
  kept: (name: string, kind: string) => `已记入单位情况：${name}（${kind}）。`, undo: '撤销',
} as const
