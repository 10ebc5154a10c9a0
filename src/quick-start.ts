/** What was once made ready of our own code is kept beside it: whoever is out waits for every start, after a crash too. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

/** Beside the packages, which are thrown away and fetched again as a whole. */
const compiledFolder = join(import.meta.dirname, '../node_modules/.cache/home-visits');

/** Before the rest is loaded. Where the folder cannot be written it starts as slowly as ever. */
export const keepCompiled = (): void => void enableCompileCache(compiledFolder);

/** At once rather than when it ends: one that is killed would keep nothing. */
export const writeCompiled = (): void => flushCompileCache();
