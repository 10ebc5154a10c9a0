/** Typeahead: families and colleagues, for those who may ask for visits. */
import { may } from '../people/access.ts';
import type { Turn } from './turn.ts';

type Found = { readonly title: string; readonly value: string };

const most = 15;

/** `visitors`: only those who can be chosen to go. */
const datasets = {
  families: 'search-families',
  colleagues: 'search-staff',
  visitors: 'search-staff',
} as const;
type Dataset = keyof typeof datasets;

const isDataset = (name: string): name is Dataset => Object.hasOwn(datasets, name);

const familiesLike = async ({ house, person }: Turn, text: string): Promise<readonly Found[]> =>
  (await house.families(text, person.id)).map(({ pupil, detail, key }) => ({
    title: `${pupil} · ${detail}`,
    value: key,
  }));

const colleaguesLike = async (
  { house, person }: Turn,
  text: string,
  only: 'visitors' | 'colleagues',
): Promise<readonly Found[]> =>
  (await house.colleagues(text, person.id))
    .filter(({ against }) => only === 'colleagues' || against === undefined)
    .map(({ id, name }) => ({ title: name, value: id }));

const found = async (turn: Turn, dataset: string, text: string): Promise<readonly Found[]> => {
  if (!isDataset(dataset)) return [];
  if (!may(datasets[dataset], turn.person)) {
    await turn.house.refused(datasets[dataset], turn.person.id);
    return [];
  }
  return dataset === 'families' ? familiesLike(turn, text) : colleaguesLike(turn, text, dataset);
};

export const search = async (
  turn: Turn,
  asked: { readonly dataset: string; readonly queryText: string },
) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results: (await found(turn, asked.dataset, asked.queryText)).slice(0, most) },
});
