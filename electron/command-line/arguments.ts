/** What the command line may say. Anything else is a usage error (exit code 2). */
import { parseArgs } from 'node:util'
import { revisionViews, type RevisionView } from '../../shared/recognition/revision-view.ts'
import { collectCommand, collectOptions, collectOptionTypes, collectUsage, type CollectCommand } from './collect-arguments.ts'
import { deidentifyCommand, deidentifyOptions, deidentifyUsage, type DeidentifyCommand } from './deidentify-arguments.ts'
import { exportCommand, type ExportCommand } from './export-arguments.ts'
import { newCommand, newOptions, newOptionTypes, newUsage, type NewCommand } from './new-arguments.ts'
import { packageCommand, packageOptions, packageOptionTypes, packageUsage, type PackageCommand } from './package-arguments.ts'

export const usage = `整稿命令行（供批量处理和核对使用）

  zhenggao recognise 文件 [--json]                          识别一份文稿并打印结果和清理报告，不存入文稿库
  zhenggao text 文件|文稿编号 [--data 目录] [--json]        打印成文文字
  zhenggao import 文件|文件夹… [--data 目录] [--again] [--json]
                                                            导入文稿库；文件夹连同下级文件夹，已导入过的同一文件跳过（--again 再存一份）
  zhenggao list [--data 目录] [--json]                      列出文稿库
  zhenggao export 文件|文稿编号 --to 输出.docx|输出.pdf|输出.txt [--pages 1-3,5] [--flavour word|libreoffice] [--layout 版式] [--data 目录] [--replace] [--json]
                                                            写 .docx 时还可用其中之一：--notes 连同批注、脚注；--changes-from 文件|文稿编号 [--author 姓名]
                                                            与旧稿的不同之处作为修订；--template 名称|文件.docx 按本单位的 Word 模板（名称要连同 --data）
  zhenggao export 文件|文稿编号… --to 目录/ [--format docx|pdf|txt] [--layout 版式] [--data 目录] [--replace] [--json]
                                                            每份写成一个文件，以题名为文件名；写 .docx 时可用 --notes 或 --template；PDF 借用本机的 Chromium 类
                                                            浏览器，按 Word、WPS 分行分页，--flavour libreoffice 则按 LibreOffice
  zhenggao ledger 文件|文稿编号… --to 输出.xlsx|输出.docx|输出.json [--list 清单] [--layout 版式] [--data 目录] [--replace] [--json]
                                                            把各文稿的整改事项列成台账；清单可写 整改台账、问题清单、责任清单、任务清单
${packageUsage}${collectUsage}${deidentifyUsage}${newUsage}

文件可以是 .docx、.doc、.wps、.rtf、.html、.mht、.odt、Word XML 或文本，按内容辨认，不看扩展名。
  --no-converter                                            旧版 .doc、.wps 不经本机的 LibreOffice、Word 或 WPS 转换，只用自带的读法
  --revisions accepted|original                             带修订的 Word 文件按修订后（接受，不写也是这样）或按修订前（原文）读取

退出码：0 成功，1 有文件没有处理成，2 用法不对。
`

export type Command =
  | { readonly name: 'recognise'; readonly convert: boolean; readonly file: string; readonly revisions: RevisionView | undefined; readonly json: boolean }
  | { readonly name: 'text'; readonly convert: boolean; readonly source: string; readonly revisions: RevisionView | undefined; readonly data: string | undefined; readonly json: boolean }
  | { readonly name: 'import'; readonly convert: boolean; readonly files: readonly string[]; readonly revisions: RevisionView | undefined; readonly data: string | undefined; readonly again: boolean; readonly json: boolean }
  | { readonly name: 'list'; readonly data: string | undefined; readonly json: boolean }
  | ExportCommand
  | PackageCommand
  | CollectCommand
  | { readonly name: 'ledger'; readonly convert: boolean; readonly sources: readonly string[]; readonly revisions: RevisionView | undefined; readonly to: string; readonly list: string | undefined; readonly layout: string | undefined; readonly data: string | undefined; readonly replace: boolean; readonly json: boolean }
  | DeidentifyCommand
  | NewCommand
  | { readonly name: 'help' }

const optionsOf = {
  recognise: ['json', 'revisions', 'no-converter'], text: ['json', 'data', 'revisions', 'no-converter'], import: ['json', 'data', 'again', 'revisions', 'no-converter'], list: ['json', 'data'],
  export: ['json', 'data', 'to', 'layout', 'replace', 'format', 'pages', 'flavour', 'notes', 'changes-from', 'author', 'template', 'revisions', 'no-converter'],
  ledger: ['json', 'data', 'to', 'list', 'layout', 'replace', 'revisions', 'no-converter'],
  package: packageOptions,
  collect: collectOptions,
  deidentify: deidentifyOptions,
  new: newOptions,
} as const

/** @returns the command, or what is wrong with it in one line. */
export function parseCommand(args: readonly string[]): Command | { readonly problem: string } {
  const [name, ...rest] = args
  if (name === undefined) return { problem: '缺少命令' }
  if (name === 'help' || name === '--help' || name === '-h') return { name: 'help' }
  if (!Object.hasOwn(optionsOf, name)) return { problem: `没有“${name}”这个命令` }
  let parsed
  try {
    parsed = parseArgs({
      args: rest, allowPositionals: true, strict: true,
      options: {
        json: { type: 'boolean' }, data: { type: 'string' }, to: { type: 'string' }, list: { type: 'string' }, format: { type: 'string' }, pages: { type: 'string' }, flavour: { type: 'string' }, layout: { type: 'string' },
        replace: { type: 'boolean' }, again: { type: 'boolean' }, notes: { type: 'boolean' }, 'changes-from': { type: 'string' }, author: { type: 'string' }, template: { type: 'string' },
        revisions: { type: 'string' }, 'no-converter': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
        ...packageOptionTypes, ...collectOptionTypes, ...newOptionTypes,
      },
    })
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
  const { values, positionals } = parsed
  if (values.help) return { name: 'help' }
  const allowed: readonly string[] = optionsOf[name as keyof typeof optionsOf]
  const odd = Object.keys(values).find((option) => !allowed.includes(option))
  if (odd !== undefined) return { problem: `“${name}”没有 --${odd} 这个选项` }
  const json = values.json ?? false
  const convert = values['no-converter'] !== true
  const { data } = values
  const revisions = revisionViews.find((view) => view === values.revisions)
  if (values.revisions !== undefined && revisions === undefined) return { problem: '--revisions 后面写 accepted（按修订后）或 original（按修订前）' }
  const one = positionals.length === 1 ? positionals[0]! : undefined
  switch (name) {
    case 'package': return packageCommand(positionals, values, { data, json })
    case 'collect': return collectCommand(positionals, values, { data, json })
    case 'new': return newCommand(positionals, values, { data, json })
    case 'list': return positionals.length === 0 ? { name, data, json } : { problem: '“list”后面不跟文件' }
    case 'import': return positionals.length > 0 ? { name, convert, files: positionals, revisions, data, again: values.again ?? false, json } : { problem: '“import”后面要写文件或文件夹' }
    case 'recognise': return one === undefined ? { problem: '“recognise”后面要写一个文件' } : { name, convert, file: one, revisions, json }
    case 'text': return one === undefined ? { problem: '“text”后面要写一个文件或文稿编号' } : { name, convert, source: one, revisions, data, json }
    case 'ledger': {
      if (positionals.length === 0) return { problem: '“ledger”后面要写文件或文稿编号' }
      if (values.to === undefined || !/\.(?:xlsx|docx|json)$/iu.test(values.to)) return { problem: '“ledger”要用 --to 写明输出文件（.xlsx、.docx 或 .json）' }
      return { name, convert, sources: positionals, revisions, to: values.to, list: values.list, layout: values.layout, data, replace: values.replace ?? false, json }
    }
    case 'deidentify': return deidentifyCommand(positionals, values, { convert, revisions, data, json })
    default: return exportCommand(positionals, values, { convert, revisions, data, json })
  }
}
