/** A policy as the school writes it, and what differs between two of them. */
import { isGroup } from './fill-in.ts';
import type { Policy } from './policy.ts';

type Settings = Readonly<Record<string, unknown>>;

/** The school's own words: without what was taken from the product's policy, and what is worked out. */
export const ownSettings = (policy: Policy): Settings => {
  const { visitClasses: _classes, productRules: _rules, filled, ...settings } = policy;
  return withoutPlaces(settings, filled, '');
};

/** Everything that can be set, with what was taken from the product's policy. */
export const wholeSettings = (policy: Policy): Settings => {
  const { visitClasses: _classes, productRules: _rules, filled: _filled, ...settings } = policy;
  return settings;
};

const withoutPlaces = (group: Settings, places: readonly string[], above: string): Settings =>
  Object.fromEntries(
    Object.entries(group)
      .filter(([name]) => !places.includes(above + name))
      .map(([name, value]) => [
        name,
        isGroup(value) ? withoutPlaces(value, places, `${above}${name}.`) : value,
      ]),
  );

export type Difference = {
  readonly place: string;
  /** Empty where it was not there, or is there no more. */
  readonly from: string;
  readonly to: string;
};

/** Every setting that is not the same, by its place, in the order of the document. */
export const differencesOf = (before: Policy, after: Policy): readonly Difference[] => {
  const [old, now] = [placesOf(wholeOf(before)), placesOf(wholeOf(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((place) => ({ place, from: old.get(place) ?? '', to: now.get(place) ?? '' }))
    .filter(({ from, to }) => from !== to);
};

/** Its name is no change by itself. */
const wholeOf = (policy: Policy): Settings => {
  const { visitClasses: _c, productRules: _p, filled: _f, version: _v, ...settings } = policy;
  return settings;
};

const placesOf = (value: unknown, place = ''): ReadonlyMap<string, string> => {
  if (isGroup(value))
    return new Map(
      Object.entries(value).flatMap(([name, inner]) => [
        ...placesOf(inner, place === '' ? name : `${place}.${name}`),
      ]),
    );
  if (Array.isArray(value) && value.some(isGroup))
    return new Map(
      value.flatMap((item: unknown, index) => [
        ...placesOf(item, `${place}.${nameOf(item, index)}`),
      ]),
    );
  return new Map([[place, inText(value)]]);
};

const nameOf = (item: unknown, index: number): string => {
  if (!isGroup(item)) return String(index + 1);
  const { id, field, name } = item;
  return String(id ?? field ?? name ?? index + 1);
};

const inText = (value: unknown): string => {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};
