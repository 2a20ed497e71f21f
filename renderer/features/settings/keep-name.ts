/** A name met while writing goes into the unit's profile, and out again. */
import type { UnknownName } from '../../../shared/settings/responsible-suggestions.ts'
import { unitForm } from './use-settings.ts'

/** @returns takes the name out again, if it is still there as it was put in. */
export function keepName({ kind, name, post }: UnknownName): () => void {
  const { leaders, people, offices } = unitForm.get().value
  switch (kind) {
    case 'office': {
      unitForm.change('offices', [...offices, name])
      return () => unitForm.change('offices', withoutLast(unitForm.get().value.offices, (office) => office === name))
    }
    case 'leader': {
      unitForm.change('leaders', [...leaders, { name, post }])
      return () => unitForm.change('leaders', withoutLast(unitForm.get().value.leaders, (leader) => leader.name === name && leader.post === post))
    }
    case 'person': {
      unitForm.change('people', [...people, { name, post, office: '' }])
      return () => unitForm.change('people', withoutLast(unitForm.get().value.people, (person) => person.name === name && person.post === post && person.office === ''))
    }
  }
}

function withoutLast<T>(rows: readonly T[], isIt: (row: T) => boolean): readonly T[] {
  const at = rows.findLastIndex(isIt)
  return at === -1 ? rows : rows.toSpliced(at, 1)
}
