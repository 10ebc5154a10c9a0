/** The book of homes: one home for each address, with every family and hazard that belongs to it. */
import type { Instant } from '../vocabulary.ts';
import { type Hazard, isOpenHazard } from './hazard.ts';
import type { Home } from './home.ts';
import { homeKey } from './home-key.ts';

/** One address: its pupils, its hazards, and when somebody was last there. */
export type HomeEntry = {
  readonly key: string;
  readonly address: string;
  readonly families: readonly Home[];
  readonly hazards: readonly Hazard[];
  readonly lastCompleted?: Instant;
};

const mostSteps = 8;

/** The one form of the home this address means; an address that was found to be another spelling leads to that home. */
export const homeNamed = (address: string, homes: readonly Home[]): string => {
  let key = homeKey(address);
  for (let step = 0; step < mostSteps; step += 1) {
    const other = homes.find(
      (home) => home.sameHome !== undefined && homeKey(home.address) === key,
    )?.sameHome;
    if (other === undefined || homeKey(other) === key) return key;
    key = homeKey(other);
  }
  return key;
};

const latest = (homes: readonly Home[]): Instant | undefined =>
  homes
    .flatMap(({ lastCompleted }) => lastCompleted ?? [])
    .toSorted()
    .at(-1);

/** Every home that is known by a visit, a family or a hazard. */
export const bookOfHomes = (
  homes: readonly Home[],
  hazards: readonly Hazard[],
): readonly HomeEntry[] => {
  const written = [...homes, ...hazards];
  const keys = [...new Set(written.map(({ address }) => homeNamed(address, homes)))];
  return keys.map((key) => {
    const families = homes.filter(({ address }) => homeNamed(address, homes) === key);
    const own = families.find(({ address }) => homeKey(address) === key);
    const last = latest(families);
    const there = hazards.filter(({ address }) => homeNamed(address, homes) === key);
    return {
      key,
      address: own?.address ?? families[0]?.sameHome ?? there[0]?.address ?? '',
      families,
      hazards: there,
      ...(last === undefined ? {} : { lastCompleted: last }),
    };
  });
};

/** What is known of the home that somebody asks to visit; undefined where nothing is. */
export type KnownHome = {
  /** Changes whenever what is to be looked at changes. */
  readonly shown: string;
  readonly hazards: readonly Hazard[];
  readonly visited: boolean;
  readonly animals: boolean;
};

export const knownHome = (
  address: string,
  homes: readonly Home[],
  hazards: readonly Hazard[],
  hash: (text: string) => string,
): KnownHome | undefined => {
  if (address.trim() === '') return undefined;
  const key = homeNamed(address, homes);
  const entry = bookOfHomes(homes, hazards).find((one) => one.key === key);
  const open = entry?.hazards.filter(isOpenHazard) ?? [];
  const visited = entry?.lastCompleted !== undefined;
  if (open.length === 0 && !visited) return undefined;
  const what = open.map((hazard) => [hazard.key, hazard.kind, hazard.what, hazard.reviewBy]);
  return {
    shown: hash(JSON.stringify(['home', key, what.toSorted(), entry?.lastCompleted ?? ''])).slice(
      0,
      24,
    ),
    hazards: open,
    visited,
    animals: open.some(({ kind }) => kind === 'animals'),
  };
};
