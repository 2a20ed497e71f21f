import { rmSync } from 'node:fs'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { loadResources } from '../../electron/backend/resources.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { openDatabase } from '../../electron/backend/storage/open-database.ts'
import { draftCharacters, insertDraft } from '../../electron/backend/storage/drafts-table.ts'
import { join } from 'node:path'
import { countCharacters } from '../../shared/document/print-text.ts'
import { makeTempFolder, must, openTestBackend, projectFolder } from '../support/test-backend.ts'
import { figure, times, type Figure } from './measure.ts'
import { planOf, realPapers } from './papers.ts'

export async function measureRecognition(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { name, text } of realPapers()) {
    const paragraphs = paragraphsFromText(text)
    const measured = await times(200, () => recognise(paragraphs, { draftId: 'd' }))
    figures.push(figure(`recognise ${name} (${countCharacters(text)} characters)`, measured, { figure: 'median', below: 15 }))
  }
  return figures
}

export async function measureSaving(): Promise<Figure[]> {
  const temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: temp.folder })
  try {
    const { draftId } = await must(backend, 'drafts.copy', { draft: planOf(30_000, 'x'), title: '长稿' })
    const opened = await must(backend, 'drafts.open', { draftId })
    let { revision } = opened
    const measured = await times(200, async (run) => {
      const draft = { ...opened.draft, blocks: [...opened.draft.blocks.slice(0, -1), { role: 'paragraph' as const, id: 'last', runs: [{ text: `第${run + 100}次` }] }] }
      revision = (await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft, clientId: 'bench' })).revision
    })
    return [figure('save a 30,000-character draft', measured, { figure: 'p95', below: 30 })]
  } finally {
    await backend.close()
    temp.remove()
  }
}

const libraryPage = { folder: 'active' as const, query: '', kind: null, offset: 0, limit: 200 }

export async function measureLibrary(): Promise<Figure[]> {
  const temp = makeTempFolder()
  try {
    const opened = openDatabase(temp.folder, new Date())
    if (opened.kind !== 'ready') throw new Error('no database')
    const draft = planOf(2_200, 'x')
    const characters = draftCharacters(draft)
    opened.database.transaction(() => {
      for (let number = 0; number < 10_000; number += 1) {
        const own = { ...draft, id: `d${number}`, title: `第${number}号整改方案` }
        insertDraft(opened.database, own, JSON.stringify(own), characters, Date.now() - number * 60_000)
      }
    })()
    opened.database.close()
    const starts: number[] = []
    const firstPages: number[] = []
    for (let run = 0; run < 5; run += 1) {
      const begin = performance.now()
      const backend = await openTestBackend({ dataFolder: temp.folder })
      const ready = performance.now()
      await must(backend, 'library.list', libraryPage)
      firstPages.push(performance.now() - ready)
      starts.push(performance.now() - begin)
      await backend.close()
      rmSync(join(temp.folder, 'backups'), { recursive: true, force: true })
    }
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const again = await times(50, () => must(backend, 'library.list', libraryPage))
    await backend.close()
    return [
      figure('library of 10,000 drafts: first screen, back end open', firstPages, { figure: 'median', below: 300 }),
      figure('library of 10,000 drafts: opening the database and first screen', starts, null, 'with the whole-file check at the start'),
      figure('library of 10,000 drafts: a page again', again),
    ]
  } finally {
    temp.remove()
  }
}

export async function measureExport(): Promise<Figure[]> {
  const draft = planOf(5_000, 'x')
  const layout = loadResources(join(projectFolder, 'resources')).layouts.find((one) => one.id === 'gb33476')!
  const inProcess = await times(60, () => writeWord(buildPrintDocument(draft, layout), { title: draft.title, creator: '' }))
  const temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: temp.folder })
  try {
    const { draftId } = await must(backend, 'drafts.copy', { draft, title: '五千字' })
    const whole = await times(30, () => must(backend, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' }))
    return [
      figure('export 5,000 characters to .docx, warm, to the file on disk', whole, { figure: 'median', below: 150 }),
      figure('set and write 5,000 characters as .docx in process', inProcess),
    ]
  } finally {
    await backend.close()
    temp.remove()
  }
}
