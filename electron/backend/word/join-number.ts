/** A blank only where the number would run into the text: “1.” before “2023年”, “A” before “Word”, “二” before “十大任务”. @returns the number as it stands before the text. */
export function joinNumber(number: string, text: string): string {
  const meets = (/[0-9.]$/.test(number) && /^[0-9]/.test(text)) || (/[A-Za-z]$/.test(number) && /^[A-Za-z]/.test(text)) || (/[一二三四五六七八九十百]$/u.test(number) && /^[一二三四五六七八九十百]/u.test(text))
  return meets ? `${number} ` : number
}
