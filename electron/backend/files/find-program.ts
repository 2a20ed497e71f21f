import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where programs of these names would lie, the first name in every folder of PATH first; names that are paths stay.
 * Relative entries of PATH are passed over: they would take a program from wherever we happen to be.
 */
export function programPaths(names: readonly string[], environment: NodeJS.ProcessEnv): readonly string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
}
