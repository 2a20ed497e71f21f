/** The layout a command names: one that ships, or one of the unit's own from its data folder. */
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import { layoutNamed } from '../../shared/print/layout-names.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { loadResources } from '../backend/resources.ts'
import { openLibrary, type Installation, type Library } from './library.ts'

export interface LayoutWanted {
  /** As written after --layout, or as the draft names it. */
  readonly name: string
  readonly data: string | undefined
  /** What is exported comes from the library, so its data folder is there. */
  readonly inLibrary: boolean
}

/** The library is opened only where no layout that ships has the name. @returns LAYOUT_UNKNOWN with the names there are. */
export async function findLayoutFor({ name, data, inLibrary }: LayoutWanted, installation: Installation): Promise<Result<Layout>> {
  const { layouts } = loadResources(installation.resourcesFolder)
  const shipped = layoutNamed(layouts, name)
  if (shipped) return ok(shipped)
  // A folder that is not there is not made just to look for a name in it.
  if (!inLibrary && (data === undefined || !existsSync(data))) return unknownLayout(name, layouts)
  const library = await openLibrary(installation, data)
  if (!library.ok) return library
  try {
    return await layoutIn(library.value, name)
  } finally {
    await library.value.close()
  }
}

/** The same of a library that is open: it opens only once. */
export async function layoutIn(library: Library, name: string): Promise<Result<Layout>> {
  const listed = await library.call('layouts.list', {})
  if (!listed.ok) return listed
  const found = layoutNamed(listed.value.layouts, name)
  return found ? ok(found) : unknownLayout(name, listed.value.layouts)
}

function unknownLayout(name: string, known: readonly Layout[]): Result<never> {
  return fail('LAYOUT_UNKNOWN', { name, known: known.map((one) => `${one.name}（${one.id}）`).join('、') })
}
