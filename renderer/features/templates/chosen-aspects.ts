/** The aspects a new draft is to have: those of a set, each taken or not, named anew where the writer likes. */
import type { AspectSet } from '../../../shared/paper-templates/paper-template.ts'

export interface ChosenAspect {
  /** Stays while it is named anew. */
  readonly key: number
  readonly name: string
  readonly taken: boolean
}

export function aspectsOf(set: AspectSet | undefined): readonly ChosenAspect[] {
  return (set?.aspects ?? []).map((name, key) => ({ key, name, taken: true }))
}

/** Names in their order, each once; empty ones are none. */
export function takenNames(aspects: readonly ChosenAspect[]): string[] {
  return [...new Set(aspects.flatMap(({ name, taken }) => (taken && name.trim() !== '' ? [name.trim()] : [])))]
}

/** A name that is taken twice. */
export function doubleName(aspects: readonly ChosenAspect[]): string | undefined {
  const names = aspects.flatMap(({ name, taken }) => (taken ? [name.trim()] : []))
  return names.find((name, index) => name !== '' && names.indexOf(name) !== index)
}

/** Whether they are just those of the set. */
export function isSet(aspects: readonly ChosenAspect[], set: AspectSet | undefined): boolean {
  return set !== undefined && aspects.length === set.aspects.length && aspects.every(({ name }, index) => name === set.aspects[index])
}
