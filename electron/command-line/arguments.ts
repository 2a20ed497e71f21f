/** What the command line may say. Anything else is a usage error (exit code 2). */
import { parseArgs } from 'node:util'

export const usage = `整稿命令行（供批量处理和核对使用）

  zhenggao recognise 文件 [--json]                          识别一份文稿并打印结果和清理报告，不存入文稿库
  zhenggao text 文件|文稿编号 [--data 目录] [--json]        打印成文文字
  zhenggao import 文件… [--data 目录] [--json]              导入文稿库
  zhenggao list [--data 目录] [--json]                      列出文稿库
  zhenggao export 文件|文稿编号 --to 输出.docx|输出.pdf|输出.txt [--pages 1-3,5] [--layout 版式] [--template 模板名|模板.docx] [--data 目录] [--replace] [--json]
  zhenggao export 文件|文稿编号… --to 目录/ [--format docx|pdf|txt] [--layout 版式] [--template 模板名|模板.docx] [--data 目录] [--replace] [--json]
                                                            每份写成一个文件，以题名为文件名；PDF 借用本机的 Chromium 类浏览器
  zhenggao ledger 文件|文稿编号… --to 输出.xlsx|输出.docx|输出.json [--list 清单] [--layout 版式] [--data 目录] [--replace] [--json]
                                                            把各文稿的整改事项列成台账；清单可写 整改台账、问题清单、责任清单、任务清单

退出码：0 成功，1 有文件没有处理成，2 用法不对。
`

export const exportFormats = ['docx', 'pdf', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type Command =
  | { readonly name: 'recognise'; readonly file: string; readonly json: boolean }
  | { readonly name: 'text'; readonly source: string; readonly data: string | undefined; readonly json: boolean }
  | { readonly name: 'import'; readonly files: readonly string[]; readonly data: string | undefined; readonly json: boolean }
  | { readonly name: 'list'; readonly data: string | undefined; readonly json: boolean }
  | { readonly name: 'export'; readonly sources: readonly string[]; readonly to: string; readonly intoFolder: boolean; readonly format: ExportFormat; readonly pages: string; readonly layout: string | undefined; readonly template: string | undefined; readonly data: string | undefined; readonly replace: boolean; readonly json: boolean }
  | { readonly name: 'ledger'; readonly sources: readonly string[]; readonly to: string; readonly list: string | undefined; readonly layout: string | undefined; readonly data: string | undefined; readonly replace: boolean; readonly json: boolean }
  | { readonly name: 'help' }

const optionsOf = {
  recognise: ['json'], text: ['json', 'data'], import: ['json', 'data'], list: ['json', 'data'], export: ['json', 'data', 'to', 'layout', 'template', 'replace', 'format', 'pages'],
  ledger: ['json', 'data', 'to', 'list', 'layout', 'replace'],
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
      options: { json: { type: 'boolean' }, data: { type: 'string' }, to: { type: 'string' }, list: { type: 'string' }, format: { type: 'string' }, pages: { type: 'string' }, layout: { type: 'string' }, template: { type: 'string' }, replace: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
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
  const { data } = values
  const one = positionals.length === 1 ? positionals[0]! : undefined
  switch (name) {
    case 'list': return positionals.length === 0 ? { name, data, json } : { problem: '“list”后面不跟文件' }
    case 'import': return positionals.length > 0 ? { name, files: positionals, data, json } : { problem: '“import”后面要写文件' }
    case 'recognise': return one === undefined ? { problem: '“recognise”后面要写一个文件' } : { name, file: one, json }
    case 'text': return one === undefined ? { problem: '“text”后面要写一个文件或文稿编号' } : { name, source: one, data, json }
    case 'ledger': {
      if (positionals.length === 0) return { problem: '“ledger”后面要写文件或文稿编号' }
      if (values.to === undefined || !/\.(?:xlsx|docx|json)$/iu.test(values.to)) return { problem: '“ledger”要用 --to 写明输出文件（.xlsx、.docx 或 .json）' }
      return { name, sources: positionals, to: values.to, list: values.list, layout: values.layout, data, replace: values.replace ?? false, json }
    }
    default: return exportCommand(positionals, values, { data, json })
  }
}

interface ExportValues {
  readonly to?: string | undefined
  readonly format?: string | undefined
  readonly pages?: string | undefined
  readonly layout?: string | undefined
  readonly template?: string | undefined
  readonly replace?: boolean | undefined
}

function exportCommand(sources: readonly string[], values: ExportValues, { data, json }: { readonly data: string | undefined; readonly json: boolean }): Command | { readonly problem: string } {
  if (sources.length === 0) return { problem: '“export”后面要写文件或文稿编号' }
  const { to } = values
  if (to === undefined) return { problem: '“export”要用 --to 写明输出文件（.docx、.pdf 或 .txt），或以 / 结尾的目录' }
  const known = (name: string | undefined): ExportFormat | undefined => exportFormats.find((one) => one === name?.toLowerCase())
  const extension = /[/\\]$/u.test(to) ? undefined : /\.([A-Za-z0-9]{1,8})$/u.exec(to)?.[1]
  if (extension !== undefined && known(extension) === undefined) return { problem: `“export”不能写成 .${extension}；输出文件用 .docx、.pdf 或 .txt，目录请以 / 结尾` }
  const intoFolder = extension === undefined
  if (!intoFolder && sources.length > 1) return { problem: '多份文稿要写到目录里：--to 目录/' }
  if (values.format !== undefined && (known(values.format) === undefined || (!intoFolder && known(values.format) !== known(extension)))) return { problem: '--format 只能是 docx、pdf 或 txt，并与输出文件一致' }
  const format = known(extension) ?? known(values.format) ?? 'docx'
  if (values.pages !== undefined && (format !== 'pdf' || intoFolder)) return { problem: '--pages 只用于一份 PDF' }
  if (values.template !== undefined && format !== 'docx') return { problem: '按模板导出只能写成 .docx' }
  return { name: 'export', sources, to, intoFolder, format, pages: values.pages ?? '', layout: values.layout, template: values.template, data, replace: values.replace ?? false, json }
}
