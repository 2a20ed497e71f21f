/** Reading .docx: ours, with automatic numbers and recognition, against mammoth's bare conversion in the same process, and as whole programs against pandoc and LibreOffice. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { noCorrections, preview } from '../../electron/backend/jobs/tasks.ts'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'
import { figure, median, memory, times, type Figure } from './measure.ts'
import { isInstalled, runProgram, type Ran } from './programs.ts'
import { textOf, wordFile } from './word-files.ts'

/** Works measured in turn, so that a busy moment of the machine falls on all of them. */
async function inTurn(runs: number, works: Readonly<Record<string, () => unknown>>): Promise<Readonly<Record<string, number[]>>> {
  const result: Record<string, number[]> = Object.fromEntries(Object.keys(works).map((name) => [name, []]))
  for (let run = -3; run < runs; run += 1) {
    for (const [name, work] of Object.entries(works)) {
      const [time] = await times(1, work, 0)
      if (run >= 0) result[name]!.push(time!)
    }
  }
  return result
}

const ratio = (ours: readonly number[], theirs: readonly number[]) => `ours takes ${(median(ours) / median(theirs)).toFixed(2)} of it`

async function inProcess(characters: number, runs: number): Promise<Figure[]> {
  const bytes = wordFile(characters)
  const buffer = Buffer.from(bytes)
  const size = characters.toLocaleString('en')
  const read = async () => {
    const result = await readDocument({ name: 'a.docx', bytes })
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }
  const { bare, ours, html, text } = await inTurn(runs, {
    bare: read, ours: async () => preview(await read(), noCorrections, 'd'), html: () => mammoth.convertToHtml({ buffer }), text: () => mammoth.extractRawText({ buffer }),
  }) as Record<'bare' | 'ours' | 'html' | 'text', number[]>
  return [
    figure(`read and recognise a ${size}-character .docx`, ours, { figure: 'median', below: Math.round(median(html) * 100) / 100 }, 'target: mammoth in the same process'),
    figure(`  the reading alone`, bare),
    figure(`  mammoth.convertToHtml`, html, null, ratio(ours, html)),
    figure(`  mammoth.extractRawText`, text, null, ratio(ours, text)),
  ]
}

type Program = readonly [name: string, command: string, args: readonly string[]]

/** Ours first; those that are not installed are told of and left out. */
async function programs(what: string, folder: string, list: readonly Program[], runs: (name: string) => number): Promise<Figure[]> {
  const figures: Figure[] = []
  let ours: number[] = []
  for (const [name, command, args] of list) {
    if (!isInstalled(command) && !command.includes('/')) {
      process.stderr.write(`${name} is not installed: left out\n`)
      continue
    }
    const ran: Ran[] = []
    await runProgram(command, args, folder)
    for (let run = 0; run < runs(name); run += 1) ran.push(await runProgram(command, args, folder))
    const spent = ran.map((one) => one.milliseconds)
    if (ours.length === 0) ours = spent
    figures.push(figure(`${what}: ${name}`, spent, null, ours === spent ? undefined : ratio(ours, spent)), memory(`${what}: ${name}`, ran.map((one) => one.peakMb)))
  }
  return figures
}

const commandLine = join(projectFolder, 'dist/electron/command-line.js')
const soffice = (folder: string, to: string, file: string) => ['-env:UserInstallation=file://' + join(folder, 'office'), '--headless', '--convert-to', to, '--outdir', join(folder, 'out'), file]
const runsOf = (name: string) => (name === 'LibreOffice' ? 3 : 8)

export async function measureReading(): Promise<Figure[]> {
  const figures = [...await inProcess(5_000, 40), ...await inProcess(100_000, 12)]
  const temp = makeTempFolder()
  try {
    for (const characters of [5_000, 100_000]) {
      const file = join(temp.folder, `${characters}.docx`)
      writeFileSync(file, wordFile(characters))
      figures.push(...await programs(`${characters.toLocaleString('en')}-character .docx to text, whole program`, temp.folder, [
        ['ours (text)', process.execPath, [commandLine, 'text', file]],
        ['pandoc', 'pandoc', [file, '-t', 'plain', '--wrap=none', '-o', join(temp.folder, 'pandoc.txt')]],
        ['LibreOffice', 'soffice', soffice(temp.folder, 'txt:Text (encoded):UTF8', file)],
      ], runsOf))
    }
  } finally {
    temp.remove()
  }
  return figures
}

export async function measureWriting(): Promise<Figure[]> {
  const figures: Figure[] = []
  const temp = makeTempFolder()
  try {
    for (const characters of [5_000, 100_000]) {
      const file = join(temp.folder, `${characters}.txt`)
      writeFileSync(file, textOf(characters))
      // Paragraphs of Markdown are parted by an empty line.
      const markdown = join(temp.folder, `${characters}.md`)
      writeFileSync(markdown, textOf(characters).replaceAll('\n', '\n\n'))
      figures.push(...await programs(`${characters.toLocaleString('en')}-character text to .docx, whole program`, temp.folder, [
        ['ours (recognised, numbered, set in 国标)', process.execPath, [commandLine, 'export', file, '--to', join(temp.folder, 'ours.docx'), '--replace']],
        ['pandoc', 'pandoc', [markdown, '-f', 'markdown', '-o', join(temp.folder, 'pandoc.docx')]],
        ['LibreOffice', 'soffice', soffice(temp.folder, 'docx', file)],
      ], runsOf))
      for (const name of readdirSync(temp.folder).filter((one) => one.endsWith('.docx'))) rmSync(join(temp.folder, name))
    }
  } finally {
    temp.remove()
  }
  return figures
}
