/** Strings of packages: making, opening, what was opened, whose signatures are known. */
import type { PackageView } from '../../shared/contract/exchange-procedures.ts'

export type SignerState = PackageView['signer']['state']

const unitName = (unit: string) => (unit === '' ? '（没有写明单位）' : unit)

export const packagesText = {
  lead: '交换包（.zgx）是在单位之间传递文稿、模板、素材、版式的一个文件，用 U 盘或光盘带走。打开时先核对、再存入，随时可以整批撤销。',
  make: '做一个交换包…', open: '打开交换包…', dropHint: '也可以把 .zgx 文件拖到这个窗口里。', dropCover: '松开鼠标打开交换包', onlyPackages: '这里只打开交换包（.zgx）。文稿请到“文稿库”里导入。',
  libraryMake: '做成交换包', editorMake: '做成交换包…', libraryDrop: '松开鼠标：交换包先核对再存入，其他文件导入',
  manyPackages: (count: number, most: number) => `一次拖进了 ${count} 个交换包，只逐个打开前 ${most} 个。要把许多单位的交换包汇成一张台账，请用“交换”里的“汇总”。`,
  unit: unitName, size: (bytes: number) => (bytes < 1024 ? `${bytes} 字节` : bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`),
  untitled: '（未命名）', cancel: '取消', close: '关闭', done: '完成', stopping: '正在停止…', stop: '停止', retry: '再试一次',
  count: (word: string, count: number) => `${word} ${count}`,
} as const

export const makingText = {
  title: '做交换包', write: '写出交换包…', back: '返回',
  lead: '下面列出装进去的全部内容，此外什么也不带。文稿连同其中的台账办理情况和批注一起装入。',
  listed: (count: number, size: string) => `将装入 ${count} 项，共 ${size}`, empty: '还没有选内容。', addMore: '再加内容…', hideChooser: '收起选择栏',
  columns: { kind: '种类', title: '名称', size: '大小' }, remove: '移出', neededBy: (titles: readonly string[]) => `自动带上：“${titles[0] ?? ''}”${titles.length > 1 ? `等 ${titles.length} 项` : ''}要用到它`,
  leftOut: (title: string) => `不带“${title}”：对方打开后要另选版式或方面。`, leaveIn: '还是带上',
  missing: (count: number) => `所选内容里有 ${count} 项已不在库中，不会装入。`,
  chooser: { title: '从库里选', search: '按名称查找', none: '没有这一类内容。', nothing: '没有找到。', all: (count: number) => `全选列出的 ${count} 项`, more: '正在载入…', tooMany: (most: number) => `一个交换包最多装 ${most} 项，多出的没有选上。`, reserved: '已选' },
  maker: (unit: string) => (unit === '' ? '包里不写单位：还没有填单位全称，对方看不出是谁做的。可到“设置”里填写。' : `包里写明由“${unit}”制作。`),
  passphrase: {
    use: '加口令', hint: '没有口令，连题名都看不到', first: '口令', second: '再输一遍', differ: '两遍输入的口令不一样。', warning: '口令丢了，谁也打不开这个包，整稿也找不回来。请当面或电话告诉对方，不要与文件放在一起。',
    strength: { short: '太短，很容易被试出来，请至少用 8 个字符。', weak: '较弱，有被试出来的可能。换成一句只有双方知道的话，或再长一些。', fair: '一般，够日常使用。再长几个字更稳妥。', good: '足够强。' },
  },
  sign: { use: '加本单位签名', hint: '对方能看出内容没有被改过，且出自同一单位', fingerprint: '本机签名指纹', explain: '对方第一次打开时会与您核对这串指纹。' },
  working: '正在打包并核对…', workingHint: '写完后会重新读一遍，读出来与写进去的一样才算做好。',
  done: (count: number) => `交换包已做好，装入 ${count} 项，已重新读过核对无误。`, donePassphrase: '打开它要用刚才的口令，本机没有留存。', doneSigned: (fingerprint: string) => `已签名，指纹 ${fingerprint}`,
  failed: '没有做成', another: '再做一个',
} as const

export const openingText = {
  title: (name: string) => `打开交换包：${name}`, reading: '正在读取并核对…', storing: '正在存入…', file: '选别的文件…',
  from: (unit: string) => `来自 ${unitName(unit)}`, madeAt: (time: string) => `制作于 ${time}`, encrypted: '有口令', program: (program: string) => `制作软件：${program}`,
  passphrase: { title: '这个交换包设了口令', lead: '请输入对方告诉您的口令。口令不对时不会存入任何内容，可以再试。', label: '口令', open: '打开' },
  failed: { title: '没有打开', kept: '本机原有内容没有变化，文件也没有改动。' },
  states: { new: '新', same: '相同', changed: '不同' },
  counts: (all: number, fresh: number, same: number, changed: number) => `共 ${all} 项：新 ${fresh}，与本机相同 ${same}，与本机不同 ${changed}`,
  columns: { store: '存入', state: '对比', kind: '种类', title: '名称和差别', act: '怎样处理' },
  choices: { keep: '留我的', take: '用对方的', both: '两份都留' }, forAll: '不同的都：', cannotTake: '自带的内容不能替换，只能两份都留', besides: (choice: string) => `${choice}（自带的不能替换）`,
  willAdd: '存入', willSkip: '不存入', willRestore: '从回收站恢复', willLeave: '已有，不动', compare: '对照查看',
  skipHint: '不要的可以去掉勾选', unknown: (count: number) => `有 ${count} 项是更新版本整稿的内容，本机不认识，不会存入；升级后可以再打开这个包。`,
  store: (count: number) => (count === 0 ? '没有要存入的' : `存入 ${count} 项`), nothing: '里面的内容本机都有，没有要存入的。', nothingChosen: '没有选要存入的；与本机不同的都留我的。', notYet: '按“存入”之前，什么也不会存。',
  confirmFirst: '请先核对签名。',
  stored: (count: number) => `已存入 ${count} 项`, storedNone: '没有存入新的内容。', openIt: '打开', undo: '撤销这次存入', undone: (count: number) => `已撤销，共 ${count} 项。新存入的文稿、模板和素材在回收站里，替换掉的已恢复原样。`,
  acts: { add: '已存入', restore: '已从回收站恢复', replace: '已用对方的替换', addBeside: '已另存一份', leave: '未动' }, queue: (count: number) => `后面还有 ${count} 个交换包等着打开`, next: '打开下一个',
  comparison: { title: (title: string) => `对照：${title}`, lead: '划掉的是本机有、对方没有的字，带下划线的是对方有、本机没有的字。', working: '正在对照…', same: '正文文字相同，不同的是正文以外的部分。' },
} as const

/** Whoever signed it, in words; the fingerprint stands beside. */
export const signerText: Readonly<Record<SignerState, (unit: string) => { readonly title: string; readonly detail: string }>> = {
  none: () => ({ title: '没有签名', detail: '看不出内容是否被别人改过，请确认文件的来路。' }),
  missing: (unit) => ({ title: '没有签名，但这个单位以前签过', detail: `“${unitName(unit)}”以前给的交换包都有签名，这一个没有。请先打电话问清楚，再决定是否存入。` }),
  own: () => ({ title: '本机自己的签名', detail: '内容与签名时一样，没有被改过。' }),
  known: (unit) => ({ title: `有“${unitName(unit)}”的签名，与以前确认过的一致`, detail: '内容与签名时一样，没有被改过。' }),
  unknown: (unit) => ({ title: `第一次见到“${unitName(unit)}”的签名`, detail: '内容与签名时一样，但还不能确定签名是谁的。请打电话给对方，请对方在“交换”的“交换包”里念出“本机签名指纹”，与下面这串逐组核对。核对一次，以后自动认得。' }),
  changed: (unit) => ({ title: `签名与以前确认过的“${unitName(unit)}”不是同一个`, detail: '可能是对方换了电脑或重装过，也可能有人冒用对方的名义。没有当面或电话核对之前，不要存入。' }),
}

export const confirmText = {
  fingerprint: '签名指纹', check: (unit: string) => `我已与“${unitName(unit)}”核对，指纹完全一致，认定这就是该单位的签名`,
  type: (unit: string) => `确要认定这个新签名，请照写单位名称：${unit}`, typeLabel: '单位名称',
} as const

export const recordsText = {
  history: '打开记录', historyLead: '每次存入的内容可以整批撤销。', none: '还没有打开过交换包。', more: '再看早一些的',
  columns: { time: '时间', file: '文件', unit: '来自', what: '存入', state: '' }, undo: '撤销', undone: (time: string) => `${time}已撤销`, show: '查看', hide: '收起',
  undoAsk: (name: string) => `撤销“${name}”的存入？`, undoHint: '新存入的移入回收站，替换掉的恢复原样。', cannotUndo: '不能整体撤销', changed: (title: string) => `“${title}”存入后又改过或正在使用，不能整批撤销；可以在这里逐项打开处理，文稿到“版本”里能找回原来的样子。`,
  places: { library: '', trash: '在回收站', gone: '已不在' },
  keys: '签名', own: '本机签名指纹', ownNone: '本机还没有签名。', ownMake: '生成本机签名', ownLead: '别的单位第一次打开您签名的交换包时，会请您念出这串指纹核对。',
  known: '确认过的单位', knownNone: '还没有确认过别的单位的签名。', knownColumns: { unit: '单位', fingerprint: '指纹', time: '确认于' },
  rename: '改名', renameTitle: '单位改了名称', renameLead: '对方的单位全称变了（如机构改革），改成新名称后，它的交换包仍然认得。', renameLabel: '新的单位全称', save: '保存', forget: '忘掉', forgot: (unit: string) => `已忘掉“${unitName(unit)}”的签名，下次打开要重新核对。`, putBack: '撤销',
} as const

/** Failures that elsewhere speak of importing papers, as they are said of a package. */
export const packageFailures: Readonly<Record<string, (name: string) => string>> = {
  FILE_EMPTY: (name) => `“${name}”是空文件，没有存入任何内容。可能没有拷贝完，请让对方重新拷一份。`,
  FILE_TOO_LARGE: (name) => `“${name}”超过 50 MB，不会是整稿做的交换包，没有存入任何内容。请核对是否选对了文件，或让对方分成几个包。`,
  FILE_LIMITS: (name) => `“${name}”展开后过大或结构异常，为保护本机已停止读取，没有存入任何内容。请让对方分成几个包重新做。`,
  FILE_TIMEOUT: (name) => `读取“${name}”用时过长，已停止，没有存入任何内容。可以再试一次；仍不行时请让对方分成几个包。`,
  FILE_NOT_READABLE: (name) => `读不出“${name}”，没有存入任何内容。请检查 U 盘或光盘是否还插着、有没有读取权限，再试一次。`,
  FILE_NOT_FOUND: (name) => `找不到“${name}”，没有存入任何内容。请检查 U 盘或光盘是否已拔出，或文件是否已移走。`,
  FILE_IS_FOLDER: (name) => `“${name}”是文件夹，不是交换包，没有存入任何内容。请选择其中的 .zgx 文件。`,
}
