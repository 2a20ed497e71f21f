/**
 * Every expected failure: one code, one message in the writer's language that says what happened, what was kept and
 * what to do. `detail` values are put in where a message names something.
 */
import { z } from 'zod'

type Detail = Readonly<Record<string, string | number>>

export const errorMessages = {
  INPUT_INVALID: () => '这一步没有做成：程序内部传递的内容不合规定。文稿没有改动，请重试；若再次出现，请把“运行记录”交给维护人员。',
  INTERNAL: (detail) => `程序出了意外（编号 ${detail['id'] ?? '—'}）。已保存的内容都在，请重试；若再次出现，请把“运行记录”交给维护人员。`,
  CANCELLED: () => '已取消，没有存入任何内容。',
  DRAFT_NOT_FOUND: () => '这份文稿已不在文稿库中，可能刚在另一窗口移入回收站。没有内容被改动，请返回文稿库查看。',
  DRAFT_TRASHED: () => '这份文稿在回收站里，不能修改。请先恢复，再继续编辑。',
  DRAFT_FINAL: () => '这份文稿已定稿，不能修改。原有内容不变；要改动，请先在文稿里“退回修改”。',
  DRAFT_HAS_PLACEHOLDERS: (detail) => `这份文稿还有 ${detail['count'] ?? ''} 处待填（${detail['names'] ?? ''}），不能定稿。内容没有变化，请在“待填”里填好后再定稿。`,
  DRAFT_CHANGED: () => '另一窗口刚改过这份文稿，没有定稿。内容都在，请看过新的内容后再定稿。',
  DRAFT_INVALID: () => '文稿内容不完整，没有保存，库中原有内容不变。请撤销最近一步再试。',
  DRAFT_NEWER: () => '这份文稿由更新版本的整稿写成，本机版本打不开。文稿未作改动，请升级后再打开。',
  VERSION_NOT_FOUND: () => '这个历史版本已不存在。文稿内容没有变化，请刷新版本列表。',
  REVISION_CONFLICT: () => '另一窗口已先保存了这份文稿。两份内容都已保留，请选择以哪一份为准。',
  TEXT_EMPTY: () => '没有可以导入的文字。没有存入任何内容，请先复制文字再粘贴。',
  FILE_EMPTY: (detail) => `“${detail['name'] ?? '文件'}”是空文件，没有存入任何内容。请检查是否选对了文件。`,
  FILE_TOO_LARGE: (detail) => `“${detail['name'] ?? '文件'}”有 ${detail['size'] ?? '太多'}，超过一次能导入的 ${detail['limit'] ?? '上限'}，没有存入任何内容。请只保留正文后另存再导入。`,
  FILE_BINARY: (detail) => `“${detail['name'] ?? '文件'}”不是文字文件（${detail['type'] ?? '类型不明'}），没有存入任何内容。请在 Word 或 WPS 中打开它，另存为 .docx 或 .txt 后再导入。`,
  FILE_TYPE_UNSUPPORTED: (detail) => `“${detail['name'] ?? '文件'}”是${detail['type'] ?? '暂不支持的类型'}，暂不能直接导入，没有存入任何内容。请在 Word 或 WPS 中打开它，另存为 .docx 后再导入。`,
  FILE_ENCRYPTED: (detail) => `“${detail['name'] ?? '文件'}”设了打开密码，没有存入任何内容。请在 Word 或 WPS 中输入密码打开它，去掉密码后另存为 .docx 再导入。`,
  FILE_ENCODING: (detail) => `“${detail['name'] ?? '文件'}”的文字编码认不出来，没有存入任何内容。请用记事本打开它，另存为 UTF-8 编码后再导入。`,
  FILE_DAMAGED: (detail) => `“${detail['name'] ?? '文件'}”已损坏或没有拷贝完整，没有存入任何内容。请重新拷贝，或用 Word、Excel 或 WPS 打开修复后另存。`,
  FILE_LIMITS: (detail) => `“${detail['name'] ?? '文件'}”展开后过大或结构异常，为保护本机已停止读取，没有存入任何内容。请用 Word、Excel 或 WPS 打开它，把内容复制到新文件里再导入。`,
  FILE_TIMEOUT: (detail) => `读取“${detail['name'] ?? '文件'}”用时过长，已停止，没有存入任何内容。请把它拆成几份，或另存为 .docx、.xlsx 后再导入。`,
  FILE_IS_FOLDER: (detail) => `“${detail['name'] ?? '它'}”是文件夹，不是文件，没有存入任何内容。请选择其中的文件导入。`,
  FOLDER_EMPTY: (detail) => `文件夹“${detail['name'] ?? ''}”里没有文件，没有存入任何内容。请检查是否选对了文件夹。`,
  FILE_NOT_FOUND: (detail) => `找不到“${detail['name'] ?? '文件'}”，没有存入任何内容。请检查文件是否已移动或 U 盘是否已拔出。`,
  FILE_NOT_READABLE: (detail) => `没有读取“${detail['name'] ?? '文件'}”的权限，没有存入任何内容。请把它复制到自己的文件夹后再导入。`,
  SHEET_NOT_OURS: (detail) => `“${detail['name'] ?? '文件'}”不是整稿导出的台账，或者其中供合并用的隐藏内容已被删掉，没有读入任何内容，原有台账不变。请从整稿重新导出台账，在导出的文件里修改后再读入。`,
  SHEET_NEWER: (detail) => `“${detail['name'] ?? '文件'}”由更新版本的整稿导出，本机版本读不了，没有读入任何内容，原有台账不变。请升级整稿后再读入。`,
  SHEET_TYPE_UNSUPPORTED: (detail) => `“${detail['name'] ?? '文件'}”是${detail['type'] ?? '别的类型'}，没有读入任何内容，原有台账不变。请用 Excel 或 WPS 打开台账，另存为不加密码的 .xlsx 后再读入。`,
  FILE_EXISTS: (detail) => `已有同名文件“${detail['name'] ?? ''}”，没有写入。可以换名保存，也可以确认替换。`,
  FILE_CHANGED: (detail) => `“${detail['name'] ?? '文件'}”导出后又被改过，没有覆盖。可以换名保存，也可以确认替换。`,
  FILE_OPEN: (detail) => `“${detail['name'] ?? '文件'}”正在 Word 或 WPS 中打开，没有写入。请先关闭它，或换名保存。`,
  TARGET_NOT_WRITABLE: (detail) => `不能写入“${detail['name'] ?? '所选位置'}”，文稿仍在库中。请换一个文件夹，或检查 U 盘是否写保护。`,
  TARGET_NOT_GRANTED: () => '只能写到导出文件夹或您选定的位置，没有写入。请重新选择保存位置。',
  TARGET_LOST: (detail) => `写到“${detail['name'] ?? '所选位置'}”时中断了：U 盘可能已拔出，或读写出错。没有留下不完整的文件，库中内容不变。请重新插好后再试，或换一个位置。`,
  DISK_FULL: () => '磁盘已满，这一步没有完成；此前已保存的内容都在。请清理磁盘后再试，不要关闭窗口。',
  LAYOUT_UNKNOWN: (detail) => `没有名为“${detail['name'] ?? ''}”的版式，没有导出。可用的版式：${detail['known'] ?? ''}。`,
  LAYOUT_GONE: (detail) => `“${detail['title'] ?? '这份文稿'}”用的版式已不在本机，没有导出，文稿内容不变。可以改用“${detail['fallback'] ?? '国标显现'}”；原来的版式如有文件，可到“设置”的“版式”里导入后再导出。`,
  LAYOUT_NOT_FOUND: () => '这个版式已不在，可能刚在另一窗口删除。没有改动任何内容，请重新选择。',
  LAYOUT_SHIPPED: () => '自带的版式不能改，也不能删除。请复制一份再改。',
  LAYOUT_INVALID: (detail) => `版式没有保存，原来的内容不变。${detail['reason'] ?? '有的数字不合规定，请按提示改正。'}`,
  LAYOUT_CHANGED: () => '另一窗口刚改过这个版式，没有覆盖它。两边的改动会合在一起再保存。',
  LAYOUT_NAME_TAKEN: (detail) => `已有名为“${detail['name'] ?? ''}”的版式，没有改名。请换一个名称。`,
  LAYOUT_IN_USE: (detail) => `有 ${detail['count'] ?? ''} 份文稿在用版式“${detail['name'] ?? ''}”，没有删除。可以先让这些文稿改用别的版式，再删除它。`,
  LAYOUT_EXISTS: (detail) => `已有版式“${detail['name'] ?? ''}”，没有导入。可以两个都留，也可以替换原来的。`,
  LAYOUT_FILE_INVALID: (detail) => `“${detail['name'] ?? '文件'}”不是整稿导出的版式文件，或者已损坏，没有导入，现有版式不变。请向对方重新要一份从整稿导出的版式文件。`,
  LAYOUT_FILE_NEWER: (detail) => `“${detail['name'] ?? '文件'}”由更新版本的整稿导出，本机版本读不了，没有导入，现有版式不变。请升级整稿后再导入。`,
  LAYOUT_FILE_SENSELESS: (detail) => `“${detail['name'] ?? '文件'}”里的版式排不成页，没有导入，现有版式不变。${detail['reason'] ?? ''}请让对方改正后重新导出。`,
  PDF_UNAVAILABLE: () => '本机没有可以生成 PDF 的浏览器，没有写入文件，文稿没有变化。请安装系统自带的浏览器（Chromium、Chrome、Edge 或 UOS、麒麟浏览器）后重新启动整稿；也可以用“打印”，在打印对话框里选“另存为 PDF”，或先导出 Word 再另存为 PDF。',
  PDF_FAILED: () => 'PDF 没有做成，没有写入文件，文稿没有变化。请重试；若再次出现，可以用“打印”，在打印对话框里选“另存为 PDF”，或先导出 Word。',
  PAGES_INVALID: (detail) => `页码“${detail['part'] ?? ''}”看不懂或不在 1 至 ${detail['count'] ?? '末'} 页之内，没有打印或导出。请按“1-3,5”这样填写。`,
  PAGES_EMPTY: () => '所选范围里没有要打印的页，没有打印或导出。请改选页码范围，或改选奇数页、偶数页。',
  PRINT_FAILED: () => '没有打印出来：系统的打印没有完成，文稿没有变化。请检查打印机是否连好；也可以先导出 PDF，再从 PDF 打印。',
  PRINT_UNAVAILABLE: () => '这里不能直接打印，文稿没有变化。请在窗口里打印，或先导出 PDF。',
  TEMPLATE_NOT_FOUND: () => '这个 Word 模板已不在，可能刚在另一窗口删除。没有导出，文稿内容不变，请重新选择。',
  TEMPLATE_UNKNOWN: (detail) => `没有名为“${detail['name'] ?? ''}”的 Word 模板，没有导出。可用的模板：${detail['known'] ?? '（没有）'}。`,
  TEMPLATE_TOO_LARGE: (detail) => `“${detail['name'] ?? '文件'}”超过 10 MB，没有加入。模板里通常只有格式和少量图片，请删去多余的图片后另存再加入。`,
  TEMPLATE_NOT_WORD: (detail) => `“${detail['name'] ?? '文件'}”是${detail['type'] ?? '别的类型'}，不能作 Word 模板，没有加入。请在 Word 或 WPS 中打开它，另存为不加密码的 .docx 后再加入。`,
  TEMPLATE_EXTERNAL: (detail) => `“${detail['name'] ?? '文件'}”引用了文件以外的${detail['what'] ?? '内容'}，为保护本机没有加入。请在 Word 中把它嵌入文件（或删去），另存后再加入。`,
  TEMPLATE_BROKEN: (detail) => `“${detail['name'] ?? '文件'}”里有写错的字段，没有加入。${detail['first'] ?? ''}请在 Word 中改正后重新加入。`,
  TEMPLATE_EXISTS: (detail) => `这个模板已经加入过了，名称是“${detail['name'] ?? ''}”，没有重复加入。`,
  TEMPLATE_NAME_TAKEN: (detail) => `已有名为“${detail['name'] ?? ''}”的模板，没有改名。请换一个名称。`,
  TEMPLATE_FAILED: (detail) => `按模板“${detail['name'] ?? ''}”没有填成，没有写入文件，文稿内容不变。请用“示例试填”检查这个模板，或改用“导出 Word”。`,
  PAPER_TEMPLATE_NOT_FOUND: (detail) => (detail['name'] === undefined ? '这个文稿模板已不在，可能刚在另一窗口移除。没有改动任何内容，请重新选择。' : `没有名为“${detail['name']}”的文稿模板，没有新建文稿。可用的模板：${detail['known'] ?? ''}。`),
  PAPER_TEMPLATE_SHIPPED: () => '自带的文稿模板不能改，也不能移除，没有改动。请复制一份再改。',
  PAPER_TEMPLATE_INVALID: (detail) => `文稿模板没有保存，原来的内容不变。${detail['reason'] ?? '请按提示改正。'}`,
  PAPER_TEMPLATE_CHANGED: () => '另一窗口刚改过这个文稿模板，没有覆盖它。您的改动还在这里，可以另存为一份新模板，也可以放弃改动、看对方的内容。',
  PAPER_TEMPLATE_NAME_TAKEN: (detail) => `已有名为“${detail['name'] ?? ''}”的文稿模板，没有保存。请换一个名称。`,
  ASPECTS_NOT_FOUND: (detail) => (detail['name'] === undefined ? '这套方面已不在，可能刚在另一窗口移除。没有改动任何内容，请重新选择。' : `没有名为“${detail['name']}”的一套方面，没有新建文稿。可用的：${detail['known'] ?? ''}。`),
  ASPECTS_SHIPPED: () => '自带的方面不能改，也不能移除，没有改动。请复制一份再改。',
  ASPECTS_INVALID: (detail) => `这套方面没有保存，原来的内容不变。${detail['reason'] ?? '请写上名称和至少一个方面，同一个方面只写一次。'}`,
  ASPECTS_CHANGED: () => '另一窗口刚改过这套方面，没有覆盖它。请核对对方的内容后再改。',
  ASPECTS_NAME_TAKEN: (detail) => `已有名为“${detail['name'] ?? ''}”的一套方面，没有保存。请换一个名称。`,
  LIST_UNKNOWN: (detail) => `没有名为“${detail['name'] ?? ''}”的清单，没有生成文件。可用的清单：${detail['known'] ?? ''}。`,
  PACKAGE_CONTENT_UNKNOWN: (detail) => `库中没有编号为“${detail['id'] ?? ''}”的内容，或它在回收站里，没有写出文件。请检查编号后重试。`,
  PACKAGE_CONTENT_INVALID: (detail) => `“${detail['title'] ?? ''}”在本机读不完整，没有写出文件，库中内容不变。请先打开它检查，或不选它再打包。`,
  PACKAGE_TOO_LARGE: () => '所选内容太多，装不进一个交换包，没有写出文件，库中内容不变。请分成几个包。',
  PACKAGE_REVIEW_NEEDED: (detail) => `“${detail['title'] ?? '所选内容'}”${Number(detail['count'] ?? 1) > 1 ? `等 ${detail['count']} 项` : ''}还没有做过对外核对，或核对之后又改过，没有写出文件，库中内容不变。请先逐项核对其中仍可能认出本单位的内容，确认后再打包。`,
  DEIDENTIFY_CHANGED: () => '核对之后这份文稿或单位情况又改过，没有存为模板，已作的核对仍保留。请重新找一遍，看过新找到的内容再存。',
  DEIDENTIFY_NAME: (detail) => `模板的名称或说明里还有“${detail['text'] ?? ''}”，会让人认出本单位，没有存为模板，已作的核对仍保留。请改掉后再存。`,
  DEIDENTIFY_KEY: (detail) => `“${detail['key'] ?? ''}”不能作待填项的名称，没有存为模板，已作的核对仍保留。名称要以汉字开头，最多 30 个字，不含标点和空格。`,
  CONTENT_NOT_FOUND: () => '这份内容已不在库中，可能刚在另一窗口移入回收站。没有改动任何内容，请刷新后再选。',
  PACKAGE_NOT_OURS: (detail) => `“${detail['name'] ?? '文件'}”不是整稿的交换包，没有存入任何内容。请选择从整稿导出的 .zgx 文件。`,
  PACKAGE_NEWER: (detail) => `“${detail['name'] ?? '文件'}”由更新版本的整稿做成，本机版本读不了，没有存入任何内容。请升级整稿后再打开。`,
  PACKAGE_DAMAGED: (detail) => `“${detail['name'] ?? '文件'}”不完整或被改动过（${detail['reason'] ?? '内容与目录不符'}），没有存入任何内容，本机原有内容不变。请让对方重新导出，并核对是否拷贝完整。`,
  PACKAGE_ENCRYPTED: (detail) => `“${detail['name'] ?? '文件'}”设了口令，没有存入任何内容。请输入口令再打开。`,
  PACKAGE_PASSPHRASE: (detail) => `口令不对，或“${detail['name'] ?? '文件'}”被改动过，没有存入任何内容。请核对口令（注意大小写）；仍打不开时请让对方重新导出。`,
  PACKAGE_SIGNER_UNKNOWN: (detail) => `“${detail['name'] ?? '文件'}”有“${detail['unit'] ?? '对方'}”的签名，但本机还没有确认过这个签名，没有存入任何内容。请与对方核对签名指纹 ${detail['fingerprint'] ?? ''}，一致后确认再打开。`,
  PACKAGE_SIGNER_CHANGED: (detail) => `“${detail['name'] ?? '文件'}”写明来自“${detail['unit'] ?? '对方'}”，但签名与以前确认过的不同，没有存入任何内容。请当面或电话与对方核对签名指纹 ${detail['fingerprint'] ?? ''}，一致后确认再打开。`,
  PACKAGE_CHANGED_SINCE: (detail) => `“${detail['title'] ?? '其中的内容'}”在打开交换包之后又改过或正在使用，不能整体撤销，没有改动任何内容。请在“交换”的打开记录里逐项打开处理；文稿可在“版本”里找回原来的样子。`,
  PACKAGE_KEY_NOT_FOUND: () => '这个签名已不在名单里，可能刚在另一窗口改过。没有改动任何内容，请刷新后再看。',
  PACKAGE_CONTENT_GONE: () => '本机已没有与它对应的内容，无从比较。没有改动任何内容，请重新打开交换包。',
  PACKAGE_OPENING_NOT_FOUND: () => '找不到这次打开交换包的记录，或已经撤销过。没有改动任何内容。',
  SNIPPET_NOT_FOUND: () => '这条素材已不在，可能刚在另一窗口删除。文稿和其他素材没有改动，请重新选择。',
  SNIPPET_UNREADABLE: () => '这条素材由更新版本的整稿写成或已损坏，本机版本读不了。原来的内容仍留在资料库中，没有改动，请升级整稿后再用。',
  SNIPPET_INVALID: () => '这条素材没有保存：缺名称或文字，或者太长（名称至多 200 字，文字至多 500 段）。填写的内容还在，请改正后再保存。',
  SNIPPET_SAME_TEXT: (detail) => `同样的文字已经存为素材“${detail['title'] ?? ''}”，没有重复保存。可以打开已有的那一条修改。`,
  SNIPPET_CHANGED: () => '另一窗口刚改过这条素材，没有覆盖它，填写的内容还在。请选择以哪一份为准。',
  COLLECT_NOTHING: (detail) => `“${detail['name'] ?? '文件'}”里没有台账，也没有文稿，没有计入汇总。请核对对方是否选对了要打包的内容。`,
  COLLECT_TOO_LARGE: (detail) => `读到“${detail['name'] ?? '文件'}”时，汇总的事项已超过 ${detail['limit'] ?? ''} 项，这个文件没有计入。请分成几次汇总。`,
  COLLECT_OUTPUT_TOO_LARGE: (detail) => `${detail['count'] ?? ''} 项太多，这种格式的文件没有做成，汇总结果还在。请改用“导出 Excel”，或分成几次汇总再导出。`,
  COLLECT_RUN_GONE: () => '这次汇总的结果已不在：整稿重新启动过，或又做了几次新的汇总。原来的文件没有变化，请重新选择文件汇总。',
  COLLECT_EMPTY: () => '汇总里还没有事项，没有写出文件。请先选择各单位的交换包。',
  LEDGER_CONTENT_NOT_FOUND: () => '这份台账已不在，可能刚在另一窗口移走。没有改动任何内容，请刷新后再选。',
  LEDGER_CONTENT_TOO_LARGE: (detail) => `一份可交换的台账最多 ${detail['limit'] ?? ''} 项，所选的有 ${detail['count'] ?? ''} 项，没有存入。请分成几份。`,
  MERGE_NOTHING: () => '所选文稿里没有可以合成的内容，没有生成新稿。请选择成员的个人整改方案、对照检查材料或发言提纲。',
  DATABASE_LOCKED: () => '资料文件夹正被另一个整稿使用。请在已打开的窗口中继续，或先关闭它。',
  DATABASE_NEWER: () => '资料由更新版本的整稿写成，本机版本不能打开，内容未作改动。请升级整稿后再打开。',
  DATABASE_DAMAGED: () => '资料库文件已损坏。损坏的文件已改名保留，请选择从备份恢复或抢救内容。',
  DATABASE_UNAVAILABLE: () => '资料文件夹打不开：没有权限或位置不存在。内容未作改动，请检查后重新启动整稿。',
  BACKUP_NOT_FOUND: () => '找不到这份备份，没有改动任何内容。请选择另一份。',
  LEDGER_ITEM_GONE: () => '这个整改事项已不在文稿中，可能刚被删去或合并。没有改动任何内容，请刷新台账。',
  LEDGER_FIELD_DERIVED: () => '这一栏由程序推算，不能直接改。没有改动任何内容，请改它所依据的内容（如整改时限）。',
  LEDGER_VALUE_NEEDED: () => '这一栏不能清空：清空后这个事项就不在文稿中了。内容没有改动；要删去整个事项，请在文稿中删除。',
  LEDGER_DATE_INVALID: () => '没有这个日期，内容没有改动。请按 2024-6-30 这样填写。',
  LEDGER_STATE_INVALID: () => '没有这种状态，内容没有改动。可选：未启动、推进中、已完成待核、已销号、长期坚持。',
  LEDGER_EMPTY: () => '所选文稿里没有整改事项，没有生成文件。请选择含有问题和措施的文稿。',
  LEDGER_CHANGED: () => '这份文稿此后又改过，不能再退回那一步。没有改动任何内容；要找回旧内容，请到文稿的“版本”里查看。',
  SETTING_INVALID: () => '这项设置不合规定，没有保存，原来的设置不变。请按提示改正。',
  SETTING_CHANGED: () => '另一窗口刚改过这项设置，没有覆盖它。两边的改动会合在一起再保存。',
  SETTING_UNREADABLE: () => '这项设置读不出来，已按默认值显示。原来的内容仍留在资料库中，没有丢失；重新填写并保存后即可使用。',
  REVEAL_FAILED: (detail) => `没能打开文件夹。文件在：${detail['name'] ?? ''}`,
} as const satisfies Record<string, (detail: Detail) => string>

export type ErrorCode = keyof typeof errorMessages
export const errorCodes = Object.keys(errorMessages) as ErrorCode[]

/** A failure as a value. `data` is for the program (the conflicting revision), `message` for the writer. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly data?: unknown
}

export function failure(code: ErrorCode, detail: Detail = {}, data?: unknown): Failure {
  return { code, message: errorMessages[code](detail), ...(data === undefined ? {} : { data }) }
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (code: ErrorCode, detail?: Detail, data?: unknown): { readonly ok: false; readonly error: Failure } => ({
  ok: false, error: failure(code, detail, data),
})

export const failureSchema = z.strictObject({
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  data: z.unknown().exactOptional(),
})
