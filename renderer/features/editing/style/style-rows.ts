/** The rows of the panel, from what the draft uses now: each a name, what stands there, and the changes one may choose. */
import type { DraftStyle, StyleChange } from '../../../../shared/document/draft-style.ts'
import { labelSample, levelName, listSample, placementName, styleText, subjectName } from '../../../text/style.ts'
import { roleNames } from '../../../text/roles.ts'

export interface StyleOption {
  readonly name: string
  readonly change: StyleChange
  /** All of the draft has it. */
  readonly chosen: boolean
}

export interface StyleRow {
  readonly key: string
  readonly name: string
  readonly hint: string
  readonly options: readonly StyleOption[]
  /** What a choice can not do here, beside the choices. */
  readonly note?: string
  /** What the draft mixes and the choice it has most of; undefined where it does not mix. */
  readonly mixed: { readonly text: string; readonly most: StyleOption | undefined } | undefined
}

export interface StyleSection {
  readonly title: string
  readonly rows: readonly StyleRow[]
}

function rowOf(key: string, names: { readonly name: string; readonly hint: string }, options: readonly StyleOption[], counts: readonly (readonly [string, number])[]): StyleRow {
  const most = options.find((option) => option.name === [...counts].filter(([name]) => options.some((one) => one.name === name)).sort((a, b) => b[1] - a[1])[0]?.[0])
  return { key, ...names, options, mixed: options.some((option) => option.chosen) ? undefined : { text: styleText.mixed(counts), most } }
}

function labelRows({ labels }: DraftStyle): StyleRow[] {
  return labels.map(({ role, looks, word, kinds }) => {
    // What cannot be dressed anew does not make the rest a mixture.
    const free = [...looks].filter(([look]) => look !== 'number' && look !== 'fixed')
    const options = (['bracketed', 'plain', 'none'] as const).map((choice): StyleOption => ({
      name: labelSample(choice, word), change: { kind: 'label', role, choice }, chosen: free.length === 1 && free[0]![0] === choice,
    }))
    const row = rowOf(`label/${role}`, { name: roleNames[role], hint: '' }, options, [...looks].map(([look, count]) => [labelSample(look, word), count]))
    return { ...row, ...(kinds.length === 0 ? {} : { note: styleText.keptKinds(kinds) }), mixed: free.length === 0 ? undefined : row.mixed }
  })
}

function placementRows({ placements }: DraftStyle): StyleRow[] {
  return placements.map(({ subject, placement, choices, runIn, paragraph }) => rowOf(
    `placement/${subject}`, subjectName(subject),
    choices.map((choice) => ({ name: placementName(subject, choice), change: { kind: 'placement', subject, placement: choice }, chosen: placement === choice })),
    [[placementName(subject, 'run-in'), runIn], [placementName(subject, 'paragraph'), paragraph]],
  ))
}

function listRows({ lists }: DraftStyle): StyleRow[] {
  return lists.map(({ key, level, looks, choices, ambiguous }) => rowOf(
    `list/${key}`, levelName(level, ambiguous),
    choices.map((choice) => ({ name: listSample(choice, level.role), change: { kind: 'list', level: key, choice }, chosen: looks.size === 1 && looks.has(choice) })),
    [...looks].map(([look, count]) => [listSample(look, level.role), count]),
  ))
}

export function styleSections(style: DraftStyle): StyleSection[] {
  return [
    { title: styleText.labels, rows: labelRows(style) },
    { title: styleText.placements, rows: placementRows(style) },
    { title: styleText.lists, rows: listRows(style) },
  ].filter((section) => section.rows.length > 0)
}
