/** What may be said behind `package`. */
import { conflictChoices, type ConflictChoice } from '../../shared/exchange/plan.ts'

interface Common {
  readonly name: 'package'
  readonly data: string | undefined
  readonly json: boolean
}

export type PackageCommand =
  | Common & { readonly act: 'make'; readonly ids: readonly string[]; readonly to: string; readonly passphraseFile: string | undefined; readonly sign: boolean; readonly replace: boolean; readonly reviewed: boolean }
  | Common & { readonly act: 'show'; readonly file: string; readonly passphraseFile: string | undefined }
  | Common & { readonly act: 'open'; readonly file: string; readonly passphraseFile: string | undefined; readonly conflict: ConflictChoice; readonly confirmSigner: string | undefined }
  | Common & { readonly act: 'list' }
  | Common & { readonly act: 'undo'; readonly opening: string }

export const packageOptions = ['json', 'data', 'to', 'replace', 'passphrase-file', 'sign', 'conflict', 'confirm-signer', 'reviewed'] as const

/** For parseArgs. */
export const packageOptionTypes = { 'passphrase-file': { type: 'string' }, sign: { type: 'boolean' }, conflict: { type: 'string' }, 'confirm-signer': { type: 'string' }, reviewed: { type: 'boolean' } } as const

export const packageUsage = `  zhenggao package make --to 输出.zgx 编号… [--passphrase-file 文件] [--sign] [--reviewed] [--replace] [--data 目录] [--json]
                                                            把文稿、台账、模板、方面、素材、版式做成交换包，所用的本单位版式和方面一并装入；
                                                            编号前可写明种类：draft: ledger: template: aspects: snippet: layout:；口令取文件的第一行；
                                                            本单位的模板、方面、素材先列出其中仍可能认出单位的内容，看过后加 --reviewed 才写出
  zhenggao package show 文件.zgx [--passphrase-file 文件] [--data 目录] [--json]
                                                            核对交换包，列出其中内容与库中的异同，不存入
  zhenggao package open 文件.zgx [--conflict keep|take|both] [--passphrase-file 文件] [--confirm-signer 指纹] [--data 目录] [--json]
                                                            存入文稿库；与库中不同的留我的（keep，不写也是这样）、用对方的或两份都留
  zhenggao package list [--data 目录] [--json]               列出打开过的交换包
  zhenggao package undo 打开编号 [--data 目录] [--json]      整体撤销一次打开
`

export interface PackageValues {
  readonly to?: string | undefined
  readonly replace?: boolean | undefined
  readonly 'passphrase-file'?: string | undefined
  readonly sign?: boolean | undefined
  readonly conflict?: string | undefined
  readonly 'confirm-signer'?: string | undefined
  readonly reviewed?: boolean | undefined
}

const allowed = {
  make: ['to', 'replace', 'passphrase-file', 'sign', 'reviewed'], show: ['passphrase-file'], open: ['passphrase-file', 'conflict', 'confirm-signer'], list: [], undo: [],
} as const satisfies Readonly<Record<PackageCommand['act'], readonly (keyof PackageValues)[]>>

export function packageCommand([act, ...rest]: readonly string[], values: PackageValues, { data, json }: Pick<Common, 'data' | 'json'>): PackageCommand | { readonly problem: string } {
  if (act !== 'make' && act !== 'show' && act !== 'open' && act !== 'list' && act !== 'undo') return { problem: '“package”后面要写 make、show、open、list 或 undo' }
  const mine: readonly string[] = ['json', 'data', 'help', ...allowed[act]]
  const odd = Object.keys(values).find((option) => !mine.includes(option))
  if (odd !== undefined) return { problem: `“package ${act}”没有 --${odd} 这个选项` }
  const common: Common = { name: 'package', data, json }
  const passphraseFile = values['passphrase-file']
  if (act === 'make') {
    if (rest.length === 0) return { problem: '“package make”后面要写要装入的内容的编号' }
    if (values.to === undefined || !/\.zgx$/iu.test(values.to)) return { problem: '“package make”要用 --to 写明输出文件（.zgx）' }
    return { ...common, act, ids: rest, to: values.to, passphraseFile, sign: values.sign ?? false, reviewed: values.reviewed ?? false, replace: values.replace ?? false }
  }
  if (act === 'list') return rest.length === 0 ? { ...common, act } : { problem: '“package list”后面不跟别的' }
  if (rest.length !== 1) return { problem: act === 'undo' ? '“package undo”后面要写打开时给出的编号' : `“package ${act}”后面要写一个 .zgx 文件` }
  if (act === 'undo') return { ...common, act, opening: rest[0]! }
  if (act === 'show') return { ...common, act, file: rest[0]!, passphraseFile }
  const conflict = values.conflict === undefined ? 'keep' : conflictChoices.find((choice) => choice === values.conflict)
  if (conflict === undefined) return { problem: '--conflict 后面写 keep（留我的）、take（用对方的）或 both（两份都留）' }
  return { ...common, act, file: rest[0]!, passphraseFile, conflict, confirmSigner: values['confirm-signer'] }
}
