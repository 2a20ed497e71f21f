/** What stands beside a field: what checks say of it with the repair they offer, and the ways back to earlier values. */
import type { LayoutFinding } from '../../../../shared/print/check-layout.ts'
import { valueAt, type LayoutValue } from '../../../../shared/print/layout-paths.ts'
import { layoutsText } from '../../../text/layouts.ts'
import { toldValue, type LayoutField } from './layout-fields.ts'
import { allFields } from './layout-fields.ts'
import { changeLayout, revertLayout } from './layout-store.ts'
import type { FormContext } from './form-context.ts'

const text = layoutsText.form
const kinds = new Map(allFields.map((field) => [field.path, field.kind]))

function repairText(repair: Readonly<Record<string, number>>): string {
  const [first, ...rest] = Object.entries(repair)
  return first && rest.length === 0 ? text.repair(toldValue(kinds.get(first[0]) ?? 'lines', first[1])) : text.repairMany
}

function Finding({ finding, layoutId, disabled }: { readonly finding: LayoutFinding; readonly layoutId: string; readonly disabled: boolean }) {
  const { severity, message, repair } = finding
  return (
    <p className={severity === 'error' ? 'field-problem' : 'field-note'} role={severity === 'error' ? 'alert' : undefined}>
      {message}
      {repair && !disabled && <button type="button" className="text-link" onClick={() => changeLayout(layoutId, repair)}>{repairText(repair)}</button>}
    </p>
  )
}

function wayBack({ path, kind }: LayoutField, { edit, origin }: FormContext): { readonly label: string; readonly title: string; readonly go: () => void } | undefined {
  const now = valueAt(edit.edited, path)
  const stored = valueAt(edit.base, path)
  const told = (value: LayoutValue) => toldValue(kind, value)
  if (stored !== undefined && (now !== stored || edit.typed.has(path))) return { label: text.revert, title: text.revertTo(told(stored)), go: () => revertLayout(edit.base.id, path) }
  const first = origin && valueAt(origin, path)
  if (origin && first !== undefined && first !== now) return { label: text.revert, title: text.toOrigin(origin.name, told(first)), go: () => changeLayout(edit.base.id, { [path]: first }) }
  return undefined
}

/** A small button back: to the stored value, else to that of the layout it was copied from. */
export function WayBack({ field, context, name }: { readonly field: LayoutField; readonly context: FormContext; readonly name: string }) {
  const back = context.readOnly ? undefined : wayBack(field, context)
  if (!back) return null
  return <button type="button" className="way-back" title={back.title} aria-label={`${name}：${back.title}`} onClick={back.go}>{back.label}</button>
}

export function FieldNotes({ paths, context }: { readonly paths: readonly string[]; readonly context: FormContext }) {
  const found = context.findings.filter((one) => paths.includes(one.path))
  return <>{found.map((finding) => <Finding key={`${finding.path} ${finding.message}`} finding={finding} layoutId={context.edit.base.id} disabled={context.readOnly} />)}</>
}
