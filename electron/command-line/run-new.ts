/** `new`: a draft begun from a template of the library. */
import { fail, type Result } from '../../shared/contract/errors.ts'
import { sameName } from '../../shared/paper-templates/names.ts'
import type { Library } from './library.ts'
import type { NewCommand } from './new-arguments.ts'

/** By id, else by name. */
function named<T>(all: readonly T[], wanted: string, of: (one: T) => { readonly id: string; readonly name: string }): T | undefined {
  return all.find((one) => of(one).id === wanted) ?? all.find((one) => sameName(of(one).name, wanted))
}

/** @returns the new draft's id; PAPER_TEMPLATE_NOT_FOUND and ASPECTS_NOT_FOUND name what there is. */
export async function runNew(library: Library, { template, aspects, values }: NewCommand): Promise<Result<{ draftId: string }>> {
  const listed = await library.call('paperTemplates.list', {})
  if (!listed.ok) return listed
  const found = named(listed.value.templates, template, (one) => one)
  if (!found) return fail('PAPER_TEMPLATE_NOT_FOUND', { name: template, known: listed.value.templates.map(({ name }) => name).join('、') })
  let names: string[] | undefined
  if (aspects !== undefined) {
    const sets = await library.call('aspects.list', {})
    if (!sets.ok) return sets
    const set = named(sets.value.sets, aspects, (one) => one.set)
    if (!set) return fail('ASPECTS_NOT_FOUND', { name: aspects, known: sets.value.sets.map((one) => one.set.name).join('、') })
    names = [...set.set.aspects]
  }
  return library.call('paperTemplates.begin', { id: found.id, values, ...(names === undefined ? {} : { aspects: names }) })
}
