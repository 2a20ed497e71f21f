/** How long a passphrase would stand against trying, in four steps. A hint to the writer, no gate. */
export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'good'

const runs = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const common = /^(?:password|passwd|admin|root|qwerty|iloveyou|welcome|zhenggao|mima|wodemima)/u

/** Characters that are no mere repetition or continuation of the one before: 1234 and aaaa count for little. */
function distinctSteps(characters: readonly string[]): number {
  return characters.filter((character, index) => {
    const before = characters[index - 1]
    if (before === undefined) return true
    return before !== character && !runs.some((run) => run.includes(before + character) || run.includes(character + before))
  }).length
}

/** Bits a character may be worth, by what it is drawn from; Chinese characters from the usual 3,000, less what language tells. */
function bitsEach(characters: readonly string[]): number {
  if (characters.some((one) => /\p{Script=Han}/u.test(one))) return 7
  const kinds = [/\d/u, /[a-z]/u, /[A-Z]/u, /[^\da-zA-Z]/u].filter((kind) => characters.some((one) => kind.test(one))).length
  return [0, 3.4, 4.5, 5.2, 5.8][kinds]!
}

export function passphraseStrength(passphrase: string): PassphraseStrength {
  const characters = [...passphrase.normalize('NFC')]
  const han = characters.some((one) => /\p{Script=Han}/u.test(one))
  if (characters.length < (han ? 5 : 8)) return 'short'
  // A year or a birthday is among the first things tried.
  const lower = characters.map((one) => one.toLowerCase())
  const tried = common.test(lower.join('')) || /^(?:19|20)\d{6}$/u.test(passphrase) || /^1\d{10}$/u.test(passphrase)
  const bits = tried ? 20 : distinctSteps(lower) * bitsEach(characters)
  return bits < 40 ? 'weak' : bits < 60 ? 'fair' : 'good'
}
