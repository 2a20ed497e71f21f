import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { checkLayout } from '../../../shared/print/check-layout.ts'
import { readLayoutFile } from '../../../shared/print/layout-file.ts'
import { freeLayoutName, plainLayoutName } from '../../../shared/print/layout-names.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { Context } from '../context.ts'
import { decodeText } from '../files/decode-text.ts'
import { allLayouts } from '../layouts.ts'
import { storeLayout } from '../storage/layouts-table.ts'

type Input = Omit<ProcedureInput<'layouts.import'>, 'clientId'>
type Output = ProcedureOutput<'layouts.import'>

/** A layout is 3 kB. */
const mostBytes = 256 * 1024

function layoutIn({ name, contentBase64 }: Input): Result<Layout> {
  const bytes = Buffer.from(contentBase64, 'base64')
  if (bytes.length === 0) return fail('FILE_EMPTY', { name })
  const text = bytes.length > mostBytes ? undefined : decodeText(bytes)?.text
  const read = text === undefined ? { kind: 'foreign' as const } : readLayoutFile(text)
  switch (read.kind) {
    case 'newer': return fail('LAYOUT_FILE_NEWER', { name })
    case 'foreign': case 'broken': return fail('LAYOUT_FILE_INVALID', { name })
    case 'layout': return ok({ ...read.layout, name: read.layout.name.trim() })
  }
}

const sameNumbers = (a: Layout, b: Layout) => JSON.stringify({ ...a, id: '', name: '' }) === JSON.stringify({ ...b, id: '', name: '' })

/** Stores the layout of a file under the rules of `ifTaken`; nothing is changed where it fails. */
export function importLayout(context: Context, file: Input): Result<Output> {
  const read = layoutIn(file)
  if (!read.ok) return read
  const layout = read.value
  const findings = checkLayout(layout)
  const error = findings.find((one) => one.severity === 'error')
  if (error) return fail('LAYOUT_FILE_SENSELESS', { name: file.name, reason: error.message })
  const warnings = findings.map((one) => one.message)

  const all = allLayouts(context)
  const shipped = new Set(context.resources.layouts.map((one) => one.id))
  const clash = all.find((one) => one.id === layout.id) ?? all.find((one) => plainLayoutName(one.name) === plainLayoutName(layout.name))
  if (clash === undefined) {
    storeLayout(context.database(), layout, null, context.now())
    return ok({ layout, how: 'added', before: null, warnings })
  }
  if (sameNumbers(clash, layout) && plainLayoutName(clash.name) === plainLayoutName(layout.name)) return ok({ layout: clash, how: 'same', before: null, warnings })
  const canReplace = !shipped.has(clash.id)
  if (file.ifTaken === 'ask' || (file.ifTaken === 'replace' && !canReplace)) return fail('LAYOUT_EXISTS', { name: clash.name }, { id: clash.id, name: clash.name, canReplace })
  if (file.ifTaken === 'keepBoth') {
    const added: Layout = { ...layout, id: context.options.ids(), name: freeLayoutName(layout.name, all.map((one) => one.name)) }
    storeLayout(context.database(), added, null, context.now())
    return ok({ layout: added, how: 'added', before: null, warnings })
  }
  // Its id stays, so that the drafts set in it are set in the new one; its name must not be another's.
  const free = freeLayoutName(layout.name, all.filter((one) => one.id !== clash.id).map((one) => one.name))
  const replaced: Layout = { ...layout, id: clash.id, name: free }
  storeLayout(context.database(), replaced, null, context.now())
  return ok({ layout: replaced, how: 'replaced', before: clash, warnings })
}
