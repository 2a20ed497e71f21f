/** What may be said behind `deidentify`. */
import type { RevisionView } from '../../shared/recognition/revision-view.ts'

export const deidentifyUsage = `  zhenggao deidentify 文件|文稿编号 --to 输出.json [--data 目录] [--replace] [--json]
                                                            脱敏成模板：写出模板、找到的内容和仍可能认出单位的内容，不存入文稿库；
                                                            输出含原文中的单位、人名，供本单位核对，对外只给其中的模板`

export interface DeidentifyCommand {
  readonly name: 'deidentify'
  /** Old Word files go through an installed converter first. */
  readonly convert: boolean
  readonly source: string
  readonly to: string
  readonly revisions: RevisionView | undefined
  readonly data: string | undefined
  readonly replace: boolean
  readonly json: boolean
}

export const deidentifyOptions = ['json', 'data', 'to', 'replace', 'revisions', 'no-converter'] as const

/** @returns the command, or what is wrong with it in one line. */
export function deidentifyCommand(sources: readonly string[], values: { readonly to?: string | undefined; readonly replace?: boolean | undefined }, reading: Pick<DeidentifyCommand, 'convert' | 'revisions' | 'data' | 'json'>): DeidentifyCommand | { readonly problem: string } {
  if (sources.length !== 1) return { problem: '“deidentify”后面要写一个文件或文稿编号' }
  if (values.to === undefined || !/\.json$/iu.test(values.to)) return { problem: '“deidentify”要用 --to 写明输出文件（.json）' }
  return { name: 'deidentify', ...reading, source: sources[0]!, to: values.to, replace: values.replace ?? false }
}
