/** Strings about 素材: keeping, finding, inserting, and their screen. */
import type { SnippetRole } from '../../shared/snippets/snippet.ts'

const places = (titles: readonly { readonly title: string; readonly time: string }[]) => {
  const first = titles[0]!
  const name = `《${first.title}》（${first.time}）`
  return titles.length === 1 ? name : `${name}等 ${titles.length} 份文稿`
}

export const snippetText = {
  name: '素材', roles: { problem: '问题', cause: '原因', measure: '措施', other: '其他' } as const satisfies Record<SnippetRole, string>,
  fields: { title: '名称', aspect: '方面', role: '类别', tags: '标签', source: '出处', text: '文字' },
  hints: { title: '留空则取开头的字', aspect: '不限方面可留空', tags: '输入后按回车，可加多个', source: '取自哪份文稿或文件' },
  anyAspect: '不限方面', untitled: '（未命名）',
  keys: { insert: 'Alt+I', save: 'Alt+S' },
  shortcuts: [
    { keys: 'Alt+I', what: '插入素材（先输入几个字或拼音首字母查找）' },
    { keys: 'Alt+S', what: '把选中的文字或所在段落存为素材' },
  ],
  tool: '素材', toolHint: '插入素材 Alt+I', saveHere: '存为素材',
  save: {
    title: '存为素材', ok: '存为素材', cancel: '取消', done: (title: string) => `已存为素材“${title}”。`, piece: '一句话：插入时放在光标处', blocks: (count: number) => `${count} 段：插入时按所在位置编号`,
    nothing: '没有可存的文字。请先选中文字，或把光标放到要存的段落里。', tooMany: '选中的段落太多，一条素材至多 500 段。请分几次存。', openSame: '打开已有的', emptyTitle: '名称',
  },
  picker: {
    title: '插入素材', query: '输入文字或拼音首字母，多个词用空格隔开', all: '全部', anyTag: '全部标签', anyAspect: '全部方面', none: '没有找到。可以少输入几个字，或去掉筛选。',
    empty: '还没有素材。选中文字后按 Alt+S，可以存下来在别的文稿里用。', found: (count: number) => `${count} 条`, near: (aspect: string) => `光标在“${aspect}”，同一方面的排在前面`,
    keys: '↑↓ 选择　Enter 插入　Ctrl+Enter 只插文字　Esc 关闭', preview: '全文', insert: '插入', words: '只插文字', uses: (count: number) => (count === 0 ? '未用过' : `用过 ${count} 次`),
    usedIn: (titles: readonly { readonly title: string; readonly time: string }[]) => `已在${places(titles)}用过`,
    inserted: (titles: readonly { readonly title: string; readonly time: string }[]) => `已插入。这段文字已在${places(titles)}用过，请注意避免雷同；可以撤销。`,
    list: '找到的素材', facet: (name: string, count: number) => `${name} ${count}`, source: (source: string) => `出处：${source}`,
  },
  library: {
    query: '查找素材', count: (shown: number, all: number) => (shown === all ? `共 ${all} 条` : `${shown} 条，共 ${all} 条`), add: '新建素材', pick: '从左边选择一条素材查看和修改。', empty: '还没有素材。在文稿里选中文字，按 Alt+S 存为素材；也可以点“新建素材”直接写。',
    none: '没有符合条件的素材。', clear: '清除筛选', remove: '删除', removed: (title: string) => `已删除素材“${title}”。`, undo: '撤销', restored: (title: string) => `素材“${title}”已恢复。`,
    uses: '使用情况', notUsed: '还没有在文稿里用过。', usedTimes: (count: number) => `用过 ${count} 次`, gone: '所用的文稿已不在文稿库中。', usedAt: (title: string, time: string) => `《${title}》　${time}`, open: '打开文稿',
  },
  form: {
    saved: '已保存', dirty: '有改动，稍后自动保存', saving: '正在保存…', unsaved: '写上文字后自动保存', failed: '没有保存', revert: '恢复到打开时', reload: '用对方的', overwrite: '用我的',
    addBlock: '加一段', removeBlock: '删去这一段', blockText: (index: number) => `第 ${index} 段`, blockRole: '段落类别', joined: '插入时放在光标处，不另起一段', tableCell: (row: number, column: number) => `第 ${row} 行第 ${column} 列`, keys: '回车另起一段；在段首按退格并入上一段。',
    close: '关闭', title: '修改素材',
  },
} as const
