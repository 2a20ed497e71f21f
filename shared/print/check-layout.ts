/**
 * Do the numbers of a layout make sense together. Pure; the same for the form, for saving and for files that come in.
 * Sources: GB/T 9704-2012 §5.2, §7.5; GB/T 33476.2-2016 §6; word-format.md §0, §1.1.
 */
import { checkGrid } from './layout-checks/check-grid.ts'
import { checkPage } from './layout-checks/check-page.ts'
import { checkType } from './layout-checks/check-type.ts'
import { error, type LayoutFinding } from './layout-checks/finding.ts'
import type { Layout } from './layout.ts'

function checkName({ name, source }: Layout): LayoutFinding[] {
  const broken = (text: string) => /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/u.test(text) || !text.isWellFormed()
  return [
    ...(name.trim() === '' ? [error('name', '请给版式起个名字。')] : name.length > 60 ? [error('name', '版式名称最多 60 字。')] : broken(name) ? [error('name', '版式名称里有不能保存的字符，请重新输入。')] : []),
    ...(source.length > 500 ? [error('source', '说明最多 500 字。')] : broken(source) ? [error('source', '说明里有不能保存的字符，请重新输入。')] : []),
  ]
}

/** Errors first, each in the order of the form. */
export function checkLayout(layout: Layout): readonly LayoutFinding[] {
  const found = [...checkName(layout), ...checkPage(layout), ...checkGrid(layout), ...checkType(layout)]
  return [...found.filter((one) => one.severity === 'error'), ...found.filter((one) => one.severity === 'warning')]
}

export function hasErrors(findings: readonly LayoutFinding[]): boolean {
  return findings.some((one) => one.severity === 'error')
}

export type { LayoutFinding }
