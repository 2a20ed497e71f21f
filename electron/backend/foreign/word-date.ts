/** Word's packed date and time ([MS-DOC] 2.9.72 DTTM) → ISO, in the clock of whoever wrote it. */
export function wordDate(packed: number): string | undefined {
  if (!Number.isInteger(packed) || packed === 0) return undefined
  const minute = packed & 0x3f
  const hour = (packed >>> 6) & 0x1f
  const day = (packed >>> 11) & 0x1f
  const month = (packed >>> 16) & 0xf
  const year = 1900 + ((packed >>> 20) & 0x1ff)
  if (minute > 59 || hour > 23 || day < 1 || month < 1 || month > 12) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`
}
