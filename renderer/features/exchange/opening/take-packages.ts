import { packagesText } from '../../../text/packages.ts'
import { nameOf, type BatchFile, type GatheredFiles } from '../../importing/batch/batch-files.ts'
import { readBase64 } from '../../../client/read-file.ts'
import { fail } from '../../../../shared/contract/errors.ts'
import { isPackageName, mostAtOnce, openPackages, type WaitingPackage } from './opening-store.ts'

function waiting(file: BatchFile): WaitingPackage {
  const name = nameOf(file.path)
  // The stick may be gone by the time its turn comes.
  return { name, read: () => file.open().then(readBase64, () => fail('FILE_NOT_READABLE', { name })) }
}

/**
 * Opens the packages among files that were dropped or chosen. @param tell hears where they were too many.
 * @returns the other files; undefined where there were none but packages.
 */
export function takePackages(all: GatheredFiles, tell: (words: string) => void): GatheredFiles | undefined {
  const packages = all.files.filter(({ path }) => isPackageName(path))
  if (packages.length === 0) return all
  if (packages.length > mostAtOnce) tell(packagesText.manyPackages(packages.length, mostAtOnce))
  openPackages(packages.map(waiting))
  const files = all.files.filter(({ path }) => !isPackageName(path))
  return files.length === 0 ? undefined : { ...all, files, found: all.found - packages.length }
}
