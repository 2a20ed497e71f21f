/** One conversion: a copy of the file in a folder of its own, a program with a time limit, nothing left behind. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { endHeld, killTree, removeFolder, type Held, type TaskHost } from '../../jobs/held.ts'
import { converterCall, nameFile, type Converter, type Places } from './converters.ts'

export interface Converted {
  readonly bytes: Uint8Array
  /** The program, as the writer knows it. */
  readonly program: 'LibreOffice' | 'Word' | 'WPS'
}

export type ConversionFault = 'failed' | 'slow'

const prefix = 'zhenggao-convert-'
const mostBytes = 50 * 1024 * 1024
const staleAfterMs = 60 * 60 * 1000

/** Folders of a program that was killed while it converted. */
function sweep(): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const folder = join(tmpdir(), name)
      if (name.startsWith(prefix) && Date.now() - statSync(folder).mtimeMs > staleAfterMs) removeFolder(folder)
    }
  } catch {
    // Another program sweeps as well.
  }
}

function environmentFor(folder: string): NodeJS.ProcessEnv {
  // LibreOffice writes caches and settings into the home folder; here it has none but ours.
  return process.platform === 'win32' ? process.env : { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, SAL_USE_VCLPLUGIN: 'svp' }
}

function programOf(converter: Converter, folder: string): Converted['program'] {
  if (converter.kind === 'libreoffice') return 'LibreOffice'
  return /^word/i.test(readFileSync(join(folder, nameFile), 'utf8')) ? 'Word' : 'WPS'
}

function runProgram(converter: Converter, places: Places, args: readonly string[], timeoutMs: number, host: TaskHost): Promise<'done' | ConversionFault> {
  return new Promise((resolve) => {
    const child = spawn(converter.command, args, { cwd: places.folder, stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true, env: environmentFor(places.folder) })
    const held: Held | undefined = child.pid === undefined ? undefined : { pid: child.pid, folder: places.folder }
    if (held) host.hold(held)
    const finish = (result: 'done' | ConversionFault) => {
      clearTimeout(timer)
      if (held) {
        if (result === 'slow') endHeld(held)
        // Children that outlive their parent.
        else killTree(held.pid)
        host.release(held)
      }
      resolve(result)
    }
    const timer = setTimeout(() => finish('slow'), timeoutMs)
    child.once('error', () => finish('failed'))
    child.once('exit', (code) => finish(code === 0 ? 'done' : 'failed'))
  })
}

/**
 * @param bytes a copy of them is converted; the writer's file is never opened by the other program.
 * @returns the .docx, or why there is none. Whatever happens, the folder is gone afterwards.
 */
export async function runConverter(converter: Converter, bytes: Uint8Array, timeoutMs: number, host: TaskHost): Promise<Converted | ConversionFault> {
  sweep()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  try {
    const places: Places = { folder, source: join(folder, 'paper.doc'), target: join(folder, 'out', 'paper.docx') }
    mkdirSync(dirname(places.target), { recursive: true })
    writeFileSync(places.source, bytes, { mode: 0o600 })
    const call = converterCall(converter, places)
    for (const [path, text] of Object.entries(call.files)) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    const result = await runProgram(converter, places, call.args, timeoutMs, host)
    if (result !== 'done') return result
    if (!existsSync(places.target) || statSync(places.target).size > mostBytes) return 'failed'
    return { bytes: new Uint8Array(readFileSync(places.target)), program: programOf(converter, folder) }
  } catch {
    // A full or locked temporary folder: the file is read another way.
    return 'failed'
  } finally {
    removeFolder(folder)
  }
}
