/** Signatures (Ed25519) over the bytes of a manifest. Its hashes make them hold for every content. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { damaged } from './package-fault.ts'

/** Keeps a signature of ours from being one over anything else. */
const purpose = Buffer.from('zgx manifest 1\0', 'latin1')
/** SubjectPublicKeyInfo of Ed25519 up to the 32 bytes of the key (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const sized = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length, 'length')
const signatureSchema = z.strictObject({ algorithm: z.literal('ed25519'), publicKey: sized(32), signature: sized(64) })

export interface KeyPair {
  /** 32 bytes in base64. */
  readonly publicKey: string
  /** PKCS #8 in base64. */
  readonly privateKey: string
}

export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return { publicKey: spki.subarray(publicPrefix.length).toString('base64'), privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') }
}

/** Short enough to be read out on the telephone: eight groups of four. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32).toUpperCase().match(/.{4}/g)!.join(' ')
}

/** @returns the text of the signature's entry. */
export function signManifest(manifest: Uint8Array, { publicKey, privateKey }: KeyPair): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return JSON.stringify({ algorithm: 'ed25519', publicKey, signature: sign(null, Buffer.concat([purpose, manifest]), key).toString('base64') })
}

/** @returns the public key it was signed with. @throws PackageFault where it does not hold. */
export function checkSignature(manifest: Uint8Array, text: string): string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw damaged('签名读不出来')
  }
  const read = signatureSchema.safeParse(value)
  if (!read.success) throw damaged('签名不合规定')
  const { publicKey, signature } = read.data
  const key = createPublicKey({ key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64')]), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.concat([purpose, manifest]), key, Buffer.from(signature, 'base64'))) throw damaged('签名与内容不符')
  // One key, one spelling: the known keys are compared by it.
  return Buffer.from(publicKey, 'base64').toString('base64')
}
