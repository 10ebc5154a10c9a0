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

/** The policy packs there are, and the one the school goes by: the one asked for, or the one kept from last time. */
export const createPacks = (dataDir: string, asked: string | undefined): Packs => {
  const file = join(dataDir, 'pack');
  const kept = () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  let current = asked ?? kept() ?? 'default';
  const list = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.json'))
          .map(packIn)
      : [];
  return {
    list,
    current: () => current,
    choose: (id) => {
      const found = list().find((pack) => pack.id === id);
      if (!found) throw new HttpProblem(404, { error: `no policy pack ${String(id)}` });
      current = found.id;
      writeFileSync(file, current);
    },
    forget: () => {
      current = asked ?? 'default';
      rmSync(file, { force: true });
    },
  };
};
