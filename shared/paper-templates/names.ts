/** Names of templates and aspect sets: no two look the same in a list. */

const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()

/** Blanks, width and case do not tell names apart. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

/** “巡察整改方案（2）”, the first that no other has. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map(plain))
  const stem = wanted.replace(/（\d+）$/u, '').slice(0, 190)
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${stem}（${count}）`
    if (!used.has(plain(name))) return name
  }
}
