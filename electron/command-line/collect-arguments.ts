/** What `collect` may be told. */
export interface CollectCommand {
  readonly name: 'collect'
  readonly sources: readonly string[]
  readonly to: string
  readonly expectFile: string | undefined
  readonly passphraseFile: string | undefined
  readonly layout: string | undefined
  readonly data: string | undefined
  readonly replace: boolean
  readonly json: boolean
}

export const collectOptions = ['json', 'data', 'to', 'expect', 'passphrase-file', 'layout', 'replace'] as const
export const collectOptionTypes = { expect: { type: 'string' } } as const

export const collectUsage = `  zhenggao collect 目录|文件.zgx… --to 输出.xlsx|输出.docx [--expect 名单.txt] [--passphrase-file 文件] [--layout 版式] [--replace] [--json]
                                                            把各单位的交换包汇总成一本台账；名单每行一个应报单位，可在括号里写简称
`

interface CollectValues {
  readonly to?: string | undefined
  readonly expect?: string | undefined
  readonly 'passphrase-file'?: string | undefined
  readonly layout?: string | undefined
  readonly replace?: boolean | undefined
}

export function collectCommand(sources: readonly string[], values: CollectValues, { data, json }: Pick<CollectCommand, 'data' | 'json'>): CollectCommand | { readonly problem: string } {
  if (sources.length === 0) return { problem: '“collect”后面要写放交换包的目录，或 .zgx 文件' }
  if (values.to === undefined || !/\.(?:xlsx|docx)$/iu.test(values.to)) return { problem: '“collect”要用 --to 写明输出文件（.xlsx 或 .docx）' }
  return { name: 'collect', sources, to: values.to, expectFile: values.expect, passphraseFile: values['passphrase-file'], layout: values.layout, data, replace: values.replace ?? false, json }
}
