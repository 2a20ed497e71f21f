/** The layout a command names: one that ships, or one of the unit's own from its data folder. */
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import { layoutNamed } from '../../shared/print/layout-names.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { loadResources } from '../backend/resources.ts'
import type { Installation, LibraryOnce } from './library.ts'

/**
 * The library is asked only where no layout that ships has the name.
 * @param name as written after --layout, or as the draft names it. @param library undefined where there is none to ask.
 * @returns LAYOUT_UNKNOWN with the names there are.
 */
export async function findLayoutFor(name: string, installation: Installation, library: LibraryOnce | undefined): Promise<Result<Layout>> {
  const { layouts } = loadResources(installation.resourcesFolder)
  const shipped = layoutNamed(layouts, name)
  if (shipped) return ok(shipped)
  const unknown = (known: readonly Layout[]) => fail('LAYOUT_UNKNOWN', { name, known: known.map((one) => `${one.name}（${one.id}）`).join('、') })
  if (!library) return unknown(layouts)
  const opened = await library.open()
  if (!opened.ok) return opened
  const listed = await opened.value.call('layouts.list', {})
  if (!listed.ok) return listed
  const found = layoutNamed(listed.value.layouts, name)
  return found ? ok(found) : unknown(listed.value.layouts)
}
