/** What may be said behind `new`. */

export const newUsage = `
  zhenggao new --template 名称|编号 [--aspects 名称|编号] [--set 键=值 …] [--data 目录] [--json]
                                                            从模板新建文稿；单位情况和日历知道的自动填好，其余按 --set 填，没填的留作待填项`

export interface NewCommand {
  readonly name: 'new'
  readonly template: string
  /** A set of aspects, other than the template's. */
  readonly aspects: string | undefined
  readonly values: Readonly<Record<string, string>>
  readonly data: string | undefined
  readonly json: boolean
}

export const newOptions = ['json', 'data', 'template', 'aspects', 'set'] as const

/** For parseArgs. */
export const newOptionTypes = { aspects: { type: 'string' }, set: { type: 'string', multiple: true } } as const

interface NewValues {
  readonly template?: string | undefined
  readonly aspects?: string | undefined
  readonly set?: readonly string[] | undefined
}

/** @returns the command, or what is wrong with it in one line. */
export function newCommand(positionals: readonly string[], { template, aspects, set = [] }: NewValues, { data, json }: Pick<NewCommand, 'data' | 'json'>): NewCommand | { readonly problem: string } {
  if (positionals.length > 0) return { problem: '“new”后面不跟文件' }
  if (template === undefined || template === '') return { problem: '“new”要用 --template 写明模板的名称或编号' }
  const pairs = set.map((one) => /^\[?([^=\]]+)\]?=(.*)$/su.exec(one))
  const odd = set[pairs.findIndex((pair) => pair === null)]
  if (odd !== undefined) return { problem: `--set 后面写“键=值”，如 --set 会议名称=2024年度民主生活会；“${odd}”不是` }
  return { name: 'new', template, aspects, values: Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!])), data, json }
}
