/** @returns a function that gives each file of a folder a name of its own: “名（2）.docx”. Names are compared as Windows does. */
export function uniqueNames(): (name: string) => string {
  const used = new Set<string>()
  return (name) => {
    const dot = name.lastIndexOf('.')
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : `${name.slice(0, dot)}（${count}）${name.slice(dot)}`
      const key = candidate.normalize('NFC').toLowerCase()
      if (used.has(key)) continue
      used.add(key)
      return candidate
    }
  }
}
