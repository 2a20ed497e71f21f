/**
 * A package under a passphrase: "ZGXE", the header's length, the header as JSON, then the whole zip in AES-256-GCM with its
 * tag. The key comes from scrypt (RFC 7914); everything before the ciphertext is authenticated with it. Nothing of the
 * contents, not even their titles, can be read without the passphrase.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { damaged, PackageFault } from './package-fault.ts'

const magic = Buffer.from('ZGXE', 'latin1')
const longestHeader = 1024
const tagLength = 16
const sealedVersion = 1

const bytesInBase64 = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length, 'length')

/** Within these bounds a header can cost neither safety nor the machine: 16 to 128 MB and some tenths of a second. */
const headerSchema = z.strictObject({
  version: z.literal(sealedVersion),
  cipher: z.literal('aes-256-gcm'),
  key: z.strictObject({ name: z.literal('scrypt'), cost: z.literal([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17]), blockSize: z.literal(8), parallelization: z.int().min(1).max(4), salt: bytesInBase64(16) }),
  nonce: bytesInBase64(12),
})
type Header = z.infer<typeof headerSchema>

function deriveKey(passphrase: string, { cost, blockSize, parallelization, salt }: Header['key']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Two ways of typing one sign give one key.
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N: cost, r: blockSize, p: parallelization, maxmem: 256 * 1024 * 1024 }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

export function isSealed(bytes: Uint8Array): boolean {
  return bytes.length >= magic.length && Buffer.compare(bytes.subarray(0, magic.length), magic) === 0
}

export async function seal(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const header: Header = {
    version: sealedVersion, cipher: 'aes-256-gcm',
    key: { name: 'scrypt', cost: 2 ** 15, blockSize: 8, parallelization: 1, salt: randomBytes(16).toString('base64') },
    nonce: randomBytes(12).toString('base64'),
  }
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const front = Buffer.concat([magic, length, json])
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(passphrase, header.key), Buffer.from(header.nonce, 'base64'), { authTagLength: tagLength })
  cipher.setAAD(front)
  return new Uint8Array(Buffer.concat([front, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
}

function readHeader(bytes: Buffer): { readonly header: Header; readonly front: Buffer } {
  const start = magic.length + 4
  const length = bytes.length < start ? 0 : bytes.readUInt32BE(magic.length)
  if (length === 0 || length > longestHeader || bytes.length < start + length + tagLength) throw damaged('加密的开头部分不完整')
  const front = bytes.subarray(0, start + length)
  let value: unknown
  try {
    value = JSON.parse(front.subarray(start).toString('utf8'))
  } catch {
    throw damaged('加密的开头部分读不出来')
  }
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && value.version > sealedVersion) throw new PackageFault('PACKAGE_NEWER')
  const header = headerSchema.safeParse(value)
  if (!header.success) throw damaged('加密的方式不合规定')
  return { header: header.data, front }
}

/** @throws PackageFault PACKAGE_PASSPHRASE where the passphrase is wrong or a byte was changed: the cipher cannot tell which. */
export async function unseal(bytes: Uint8Array, passphrase: string | null): Promise<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { header, front } = readHeader(buffer)
  if (passphrase === null) throw new PackageFault('PACKAGE_ENCRYPTED')
  const decipher = createDecipheriv('aes-256-gcm', await deriveKey(passphrase, header.key), Buffer.from(header.nonce, 'base64'), { authTagLength: tagLength })
  decipher.setAAD(front)
  decipher.setAuthTag(buffer.subarray(buffer.length - tagLength))
  try {
    return new Uint8Array(Buffer.concat([decipher.update(buffer.subarray(front.length, buffer.length - tagLength)), decipher.final()]))
  } catch {
    throw new PackageFault('PACKAGE_PASSPHRASE')
  }
}
