/** Whole programs run to their end: how long, and how much memory at most (Linux tells it of every process). */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

export interface Ran {
  readonly milliseconds: number
  /** Most of the process with all it started, in MB; NaN where the system does not tell. */
  readonly peakMb: number
}

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Any thread of a program may have started another. */
function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function family(pid: number): number[] {
  const children = threads(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ')).filter((one) => one.trim() !== '')
  return [pid, ...children.flatMap((one) => family(Number(one)))]
}

/** Fails where the program does. */
export function runProgram(command: string, args: readonly string[], folder: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder } })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
    const most = new Map<number, number>()
    const look = () => {
      for (const pid of family(child.pid ?? 0)) {
        const told = /VmHWM:\s+(\d+)/u.exec(read(`/proc/${pid}/status`))?.[1]
        if (told !== undefined) most.set(pid, Number(told) / 1024)
      }
    }
    const timer = setInterval(look, 5)
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(timer)
      const milliseconds = performance.now() - begin
      if (code !== 0) return reject(new Error(`${command} ended with ${code}: ${said.slice(-500)}`))
      resolve({ milliseconds, peakMb: most.size === 0 ? NaN : [...most.values()].reduce((sum, one) => sum + one, 0) })
    })
  })
}
