/**
 * What a task in a worker holds outside of it: a program it started and the folder that program works in. A worker that
 * is ended cannot clean up after itself; whoever ends it does.
 */
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface Held {
  /** Leads a process group of its own, so that its children go with it. */
  readonly pid: number
  /** A folder of ours; a file `office.pid` in it names a program that is no child (COM starts them so). */
  readonly folder: string
}

export interface TaskHost {
  readonly hold: (held: Held) => void
  readonly release: (held: Held) => void
  /** Whether other programs may be started to convert files. */
  readonly convert: boolean
}

/** Where nothing outlives the task: readers of our own only. */
export const soleTask: TaskHost = { hold: () => {}, release: () => {}, convert: false }

export const officeProcessFile = 'office.pid'

/** Ends a program with its children. One that has ended already is no error. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    execFile('taskkill.exe', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, () => {})
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has gone.
  }
}

/** Names of programs that Word and WPS start for us; nothing else is ended by number. */
const officePrograms = ['WINWORD.EXE', 'wps.exe']

function killOffice(folder: string): void {
  if (process.platform !== 'win32') return
  try {
    const ids = readFileSync(join(folder, officeProcessFile), 'utf8').match(/\d+/g) ?? []
    for (const id of ids.slice(0, 4)) for (const name of officePrograms) execFile('taskkill.exe', ['/FI', `PID eq ${id}`, '/FI', `IMAGENAME eq ${name}`, '/F'], { windowsHide: true }, () => {})
  } catch {
    // It started none.
  }
}

export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch {
    // A file still in use: the next conversion sweeps it.
  }
}

/** Ends what is held and takes its folder away. */
export function endHeld({ pid, folder }: Held): void {
  killTree(pid)
  killOffice(folder)
  removeFolder(folder)
  // A program that is just dying may write once more.
  setTimeout(() => removeFolder(folder), 500).unref()
}
