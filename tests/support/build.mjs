/** Before the tests: builds what its sources have outrun. */
import { ensureBuilt } from '../../scripts/build.mjs'

export async function setup() {
  await ensureBuilt()
}
