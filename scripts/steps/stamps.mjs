/** What is up to date is known by content, not by time: a fresh clone or a copied folder has any times. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './places.mjs'

/** The hash of files and folders (relative to the project), names and contents. What is missing counts as such. */
export function hashOf(paths, more = '') {
  const hash = createHash('sha256').update(more)
  for (const path of paths) addTo(hash, join(root, path))
  return hash.digest('hex')
}

function addTo(hash, path) {
  const entries = list(path)
  if (entries === undefined) {
    const content = read(path)
    hash.update(`${relative(root, path)}\0${content?.length ?? -1}\0`)
    if (content !== undefined) hash.update(content)
    return
  }
  for (const entry of entries.sort()) if (!entry.startsWith('.')) addTo(hash, join(path, entry))
}

function list(path) {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}

function read(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

export function readStamp(file) {
  return read(file)?.toString('utf8').trim()
}
