/** For tests of the package dialogues: the library behind the window, and the library of another unit. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Backend } from '../../shared/contract/backend.ts'
import type { ProcedureInput } from '../../shared/contract/procedures.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { fullDraft } from './full-draft.ts'
import { pack, type Manner, type Wanted } from './packages.ts'
import { makeTempFolder, must, openTestBackend } from './test-backend.ts'

export const unitProfile = (fullName: string): ProcedureInput<'settings.write'> => ({ setting: { name: 'unitProfile', value: { fullName, shortName: '', kind: '', superiors: [], leaders: [], people: [], offices: [] } }, clientId: 'test' })

/** A paper with a title of its own and one paragraph to change. */
export const paperWith = (title: string, words: string): Draft => ({
  ...fullDraft, title, blocks: [...fullDraft.blocks.map((block) => (block.role === 'title' ? { ...block, runs: [{ text: title }] } : block)), { role: 'paragraph', id: 'own', runs: [{ text: words }] }],
})

export interface OtherUnit {
  readonly backend: Backend
  /** Into a file that can be chosen or dropped. @returns its path. */
  readonly send: (name: string, contents: Wanted, manner?: Manner) => Promise<string>
  readonly paper: (title: string, words: string) => Promise<string>
  readonly change: (draftId: string, words: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function otherUnit(fullName: string): Promise<OtherUnit> {
  const temp = makeTempFolder('zhenggao-unit-')
  const backend = await openTestBackend({ dataFolder: join(temp.folder, 'data') })
  await must(backend, 'settings.write', unitProfile(fullName))
  return {
    backend,
    send: async (name, contents, manner) => {
      const path = join(temp.folder, name)
      writeFileSync(path, await pack(backend, contents, manner))
      return path
    },
    paper: async (title, words) => {
      const { draftId } = await must(backend, 'drafts.copy', { draft: paperWith(title, words), title })
      return draftId
    },
    change: async (draftId, words) => {
      const { draft, revision } = await must(backend, 'drafts.open', { draftId })
      await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, blocks: draft.blocks.map((block) => (block.id === 'own' ? { role: 'paragraph', id: 'own', runs: [{ text: words }] } : block)) }, clientId: 'test' })
    },
    close: async () => {
      await backend.close()
      temp.remove()
    },
  }
}

/** Chooses a package through the dialogue of the exchange screen. */
export async function choosePackage(page: Page, path: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
  await page.locator('.rail button', { hasText: '交换' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '打开交换包…' }).click()
  await (await chooser).setFiles(path as string)
}
