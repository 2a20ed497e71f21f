/** A packager (packager.ts) that is killed with SIGKILL at a moment of its work. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Runs the packager, kills it `delay` ms after it first said `sign`, gives the lines it said. */
export function killed(args: readonly string[], sign: string, delay: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'packager.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.stdout.on('data', (chunk: Buffer) => {
      const before = said.includes(sign)
      said += chunk.toString()
      if (!before && said.includes(sign)) setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.once('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the packager ended by itself: ${errors}`))
      resolve(said.slice(0, said.lastIndexOf('\n') + 1).split('\n').slice(1, -1))
    })
  })
}
