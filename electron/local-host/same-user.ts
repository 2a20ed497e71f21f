/**
 * On a machine that several people use at once, anyone can reach a port of 127.0.0.1 and read the arguments of everyone's
 * programs, the first address among them. Linux says which user owns a connection; those of others are closed at once.
 */
import { readFileSync } from 'node:fs'

const tables = ['/proc/net/tcp', '/proc/net/tcp6']
const ownerColumn = 7

/** Whether the connection from `peerPort` to our `port` surely belongs to somebody else. Root may look after anyone's affairs. */
export function isOtherUser(peerPort: number, port: number, ownUser: number | undefined = process.getuid?.()): boolean {
  if (ownUser === undefined || ownUser === 0) return false
  const owner = connectionOwner(peerPort, port)
  return owner !== undefined && owner !== ownUser && owner !== 0
}

/** @returns the user id of the other end, where the system tells it. */
export function connectionOwner(peerPort: number, port: number): number | undefined {
  for (const table of tables) {
    const line = readTable(table).find((columns) => columns[1]?.endsWith(toHex(peerPort)) === true && columns[2]?.endsWith(toHex(port)) === true)
    if (line !== undefined) return Number(line[ownerColumn])
  }
  return undefined
}

const toHex = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`

function readTable(path: string): readonly (readonly string[])[] {
  try {
    return readFileSync(path, 'latin1').split('\n').map((line) => line.trim().split(/\s+/))
  } catch {
    return []
  }
}
