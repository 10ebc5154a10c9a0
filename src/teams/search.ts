/** Typeahead: families and colleagues, for those who may ask for visits. */
import { may } from '../people/access.ts';
import type { Turn } from './turn.ts';

type Found = { readonly title: string; readonly value: string };

const most = 15;

const found = async (turn: Turn, dataset: string, text: string): Promise<readonly Found[]> => {
  const { house, person } = turn;
  if (dataset === 'families' && may('search-families', person)) {
    const families = await house.families(text, person.id);
    return families.map(({ pupil, detail, key }) => ({
      title: `${pupil} · ${detail}`,
      value: key,
    }));
  }
  if (dataset === 'colleagues' && may('search-staff', person)) {
    const colleagues = await house.colleagues(text, person.id);
    return colleagues.map(({ id, name }) => ({ title: name, value: id }));
  }
  return [];
};

export const search = async (
  turn: Turn,
  asked: { readonly dataset: string; readonly queryText: string },
) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results: (await found(turn, asked.dataset, asked.queryText)).slice(0, most) },
});
