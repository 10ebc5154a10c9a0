import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpProblem } from '../http.ts';
import { jsonOf, parseJson, textOf } from '../json.ts';

export type Packs = {
  readonly current: () => string;
  readonly list: () => readonly { readonly id: string; readonly name: string }[];
  readonly choose: (id: unknown) => void;
  /** Back to the usual one. */
  readonly forget: () => void;
};

const folder = join(import.meta.dirname, '../../policy/packs');

const packIn = (file: string) => {
  const id = file.replace(/\.json$/, '');
  const { name, title, school } = jsonOf(parseJson(readFileSync(join(folder, file), 'utf8')));
  return { id, name: textOf(name) ?? textOf(title) ?? textOf(school) ?? id };
};

/** The policy packs there are, and the one the school goes by: kept beside the tenant's data. */
export const createPacks = (dataDir: string, usual: string): Packs => {
  const kept = join(dataDir, 'pack');
  const list = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => file.endsWith('.json'))
          .map(packIn)
      : [];
  return {
    list,
    current: () => (existsSync(kept) ? readFileSync(kept, 'utf8') : usual),
    choose: (id) => {
      const found = list().find((pack) => pack.id === id);
      if (!found) throw new HttpProblem(404, { error: `no policy pack ${String(id)}` });
      writeFileSync(kept, found.id);
    },
    forget: () => rmSync(kept, { force: true }),
  };
};
