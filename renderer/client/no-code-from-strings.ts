/** The page's policy forbids making code from strings; zod tries as soon as a schema is made. Import this before any schema. */
import { config } from 'zod'

config({ jitless: true })
