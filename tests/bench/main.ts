/** npm run bench: prints a table for people on stderr and JSON on stdout. Nothing is asserted here. */
import { cpus } from 'node:os'
import { measureExport, measureLibrary, measureRecognition, measureSaving } from './back-end.ts'
import { measureBatch } from './batch.ts'
import { measureCollect } from './collect.ts'
import { measureExchange } from './exchange.ts'
import { measureLedger } from './ledger.ts'
import { measureLedgerScreen } from './ledger-screen.ts'
import { printTable, type Figure } from './measure.ts'
import { measureReading, measureWriting } from './reading.ts'
import { measureEditing, measureScreen } from './screen.ts'
import { measureTypesetting } from './typesetting.ts'

const only = process.argv[2]
const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  recognition: measureRecognition, saving: measureSaving, library: measureLibrary, export: measureExport, typeset: measureTypesetting, reading: measureReading, writing: measureWriting, batch: measureBatch, exchange: measureExchange, collect: measureCollect, ledger: measureLedger, screen: measureScreen, gestures: measureEditing, 'ledger-screen': measureLedgerScreen,
}

const figures: Figure[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue
  process.stderr.write(`measuring ${name} …\n`)
  figures.push(...await measure())
}
process.stderr.write(`\n${printTable(figures)}\n\n`)
process.stdout.write(`${JSON.stringify({ node: process.version, processors: cpus().length, figures }, null, 2)}\n`)
process.exit(0)
