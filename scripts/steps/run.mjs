/** Starting other programs. */
import { spawn } from 'node:child_process'
import { projectNode, root } from './places.mjs'

/**
 * Runs a program to its end. Signals reach it too, so that it can close cleanly.
 * @returns {Promise<number>} its exit code; 128 and more where a signal ended it.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? (signal === null ? 1 : 128 + 15))
    })
  })
}

/** Runs a script under the project's own Node. */
export function runProjectNode(args, options) {
  return run(projectNode, args, options)
}
