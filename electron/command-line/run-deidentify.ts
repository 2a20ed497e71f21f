/** `deidentify`: a template of a file or a stored draft, with what was found and what still tells of the unit. Nothing is stored. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import { stillIdentifying } from '../../shared/deidentify/still-identifying.ts'
import { emptyUnitProfile, type UnitProfile } from '../../shared/settings/unit-profile.ts'
import { sha256, writeExport } from '../backend/files/write-export.ts'
import type { DeidentifyCommand } from './deidentify-arguments.ts'
import { libraryOnce, mayLookInLibrary, type Installation } from './library.ts'
import { json, report, type Streams } from './run.ts'

interface Surroundings {
  readonly installation: Installation
  readonly streams: Streams
  readonly findDraft: (source: string) => Promise<Result<Draft>>
}

/** 单位情况 of the data folder that is looked into anyway; a file alone opens no library. */
async function profileFor(command: DeidentifyCommand, installation: Installation): Promise<Result<UnitProfile>> {
  if (!mayLookInLibrary([command.source], command.data)) return ok(emptyUnitProfile)
  const library = libraryOnce(installation, command.data)
  try {
    const opened = await library.open()
    if (!opened.ok) return opened
    const read = await opened.value.call('settings.read', {})
    return read.ok ? ok(read.value.settings.unitProfile) : read
  } finally {
    await library.close()
  }
}

export async function runDeidentify(command: DeidentifyCommand, { installation, streams, findDraft }: Surroundings): Promise<number> {
  const draft = await findDraft(command.source)
  if (!draft.ok) return report(draft.error, command.json, streams)
  const profile = await profileFor(command, installation)
  if (!profile.ok) return report(profile.error, command.json, streams)
  const findings = findIdentifying(draft.value, profile.value)
  const template = templateOf(draft.value, findings)
  const clues = stillIdentifying(template, profile.value)
  const bytes = new TextEncoder().encode(json({ template, findings, stillIdentifying: clues }))
  const path = resolve(command.to)
  // Only the very same file is ours to write over unasked: a writer may have worked on this list since.
  const ours = existsSync(path) && sha256(readFileSync(path)) === sha256(bytes) ? sha256(bytes) : undefined
  const written = await writeExport(path, bytes, command.replace ? 'replace' : 'ask', ours)
  if (!written.ok) return report(written.error, command.json, streams)
  const unsure = findings.filter(({ sure }) => !sure).length
  if (command.json) streams.out(json({ path: written.value.path, findings: findings.length, unsure, stillIdentifying: clues.length }))
  else {
    streams.out(`${written.value.path}\n`)
    streams.err(`换成待填项 ${findings.length} 处，其中 ${unsure} 处请核对；另有 ${clues.length} 项仍可能认出单位。\n`)
  }
  return 0
}
