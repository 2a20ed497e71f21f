/** Strings of batch import. */
import type { SkipReason } from '../../shared/importing/batch-files.ts'

const skipped: Readonly<Record<SkipReason, string>> = {
  lock: '打开文件时留下的临时文件（~$），不是文稿。', system: '系统文件，不是文稿。',
  'not-document': '不是文稿，没有读取。', known: '同一个文件已导入过，没有重复存入。',
}

export const batchText = {
  title: '批量导入', menu: '导入多份或整个文件夹', many: '导入多份…', folder: '导入文件夹…',
  dropHint: '松开鼠标导入：一份进入核对，多份或文件夹批量导入', nothing: '里面没有可以导入的文件。', walking: '正在查看文件夹里有哪些文件…',
  source: (folders: number, files: number) => (folders === 0 ? `${files} 个文件` : `${folders} 个文件夹，${files} 个文件`),
  running: (at: number, all: number) => `正在导入第 ${at} 份，共 ${all} 份`, done: (all: number, stored: number, skipped: number, failed: number) => `${all} 个文件已处理完：存入 ${stored} 份${skipped > 0 ? `，跳过 ${skipped} 个` : ''}${failed > 0 ? `，没有导入 ${failed} 个` : ''}。`,
  stopping: '正在停止…',
  stopped: (left: number, stored: number) => `已停止。已存入的 ${stored} 份都在文稿库里，还有 ${left} 个文件没有导入。`,
  brokenOff: (left: number, stored: number, why: string) => `导入中断：${why}已存入的 ${stored} 份都在，还有 ${left} 个文件没有导入。`,
  tooMany: (all: number, most: number) => `一共 ${all} 个文件，一次最多导入 ${most} 个，已取前 ${most} 个。其余 ${all - most} 个没有导入，请分几次导入。`,
  tooDeep: '文件夹层次过深或文件太多，只查看了一部分。没有查看的部分没有导入，请分几次导入。',
  unreadableFolders: (names: string) => `没有权限查看这些文件夹，里面的文件没有导入：${names}。`,
  cancel: '停止', resume: '继续导入', retry: (count: number) => `重试失败的 ${count} 个`, undo: '全部撤销', restore: '恢复', close: '完成', toLedger: '汇成台账',
  undone: (count: number) => `已把这次导入的 ${count} 份移入回收站。`, restored: (count: number) => `已恢复 ${count} 份。`,
  undoAsk: (count: number) => `把这次导入的 ${count} 份全部移入回收站？`, undoHint: '回收站里的文稿可以恢复。',
  filters: { all: '全部', stored: '已存入', failed: '没有导入', skipped: '跳过', waiting: '未处理' },
  columns: { file: '文件', state: '结果', action: '' },
  states: { waiting: '未处理', running: '正在导入', stored: '已存入', failed: '没有导入', skipped: '跳过', undone: '已撤销' },
  skipped, open: '打开', openKnown: '打开已有的', again: '仍然导入', retryOne: '重试',
  found: (problems: number, measures: number, limits: number) => ([[problems, '问题'], [measures, '措施'], [limits, '时限']] as const).flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])).join(' · ') || '没有分条的整改事项',
  characters: (count: string) => `${count} 字`, cleaned: (count: number) => `清理 ${count} 处`, linewise: '结构未能识别，已按原文逐行保留',
  notes: (count: number) => `读取说明 ${count} 条`, knownAs: (title: string, time: string) => `${time}导入，题为“${title}”。`,
  inLibrary: (done: number, all: number, busy: boolean) => (busy ? `批量导入 ${done}/${all}` : '批量导入的结果'),
} as const
