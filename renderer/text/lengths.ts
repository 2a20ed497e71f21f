/** Strings of lengths and their limits. Counts come in already grouped. */
export const lengthText = {
  whole: '全文', part: '本部分',
  plain: (what: string, count: string) => `${what} ${count} 字`,
  against: (what: string, count: string, most: string) => `${what} ${count} / ${most} 字`,
  short: (least: string) => `，不足 ${least} 字`, over: (by: string) => `，超 ${by} 字`,
  tooltip: (name: string, count: string, atLeast: string | undefined, atMost: string | undefined, suggested: boolean) =>
    [`${name}：${count} 字`, atLeast === undefined ? '' : `不少于 ${atLeast} 字`, atMost === undefined ? '' : `不超过 ${atMost} 字`].filter((part) => part !== '').join('，') + (suggested ? '（模板建议）' : ''),
  table: '字数要求', place: '部分', count: '字数', atLeast: '下限', atMost: '上限',
  field: (name: string, bound: string) => `${name} ${bound}`,
  suggested: '浅色数字是模板的建议，改动后即为本文要求；清空即取消。只作提醒，不限制书写。', own: '清空即取消。只作提醒，不限制书写。',
  crossed: '下限大于上限，没有改动。请重新填写。', notNumber: '请填 1 到 1000000 的整数，没有改动。',
} as const
