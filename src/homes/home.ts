/** What the school knows of a family's home, for filling in a form and for telling a first visit. */
import type { Instant, PersonId } from '../vocabulary.ts';
import { instant, personId } from '../vocabulary.ts';
import { homeKey } from './home-key.ts';

export type Home = {
  /** Names this pupil at this address. */
  readonly key: string;
  readonly address: string;
  readonly pupil: string;
  readonly yearGroup: string;
  readonly parent: string;
  readonly parentPhone: string;
  readonly language: string;
  /** Empty where the last visit was sensitive. */
  readonly lastPurpose: string;
  readonly lastVisitors: readonly PersonId[];
  /** The address it really is, where this one turned out to be another way of writing it. */
  readonly sameHome?: string;
  /** When somebody last came back from a visit that was made; a visit called off does not count. */
  readonly lastCompleted?: Instant;
};

/** One form of a person's name, so that the same pupil written twice is the same pupil. */
export const nameKey = (name: string): string => homeKey(name);

/** Each home is a risk of its own for each pupil, so the key is of both. Short enough for an indexed column. */
export const familyKey = (address: string, pupil: string): string =>
  `${homeKey(address).slice(0, 150)} / ${nameKey(pupil).slice(0, 100)}`;

type HomeColumns = Readonly<Record<string, string>>;

/** What the Homes list says of a home. */
export const homeColumns = (home: Home): HomeColumns => ({
  Title: home.address,
  HomeKey: home.key,
  Pupil: home.pupil,
  YearGroup: home.yearGroup,
  Parent: home.parent,
  ParentPhone: home.parentPhone,
  Language: home.language,
  LastPurpose: home.lastPurpose,
  LastVisitors: home.lastVisitors.join(', '),
  LastCompleted: home.lastCompleted ?? '',
  SameHome: home.sameHome ?? '',
});

/** A row the office may have written itself; undefined where it names no pupil or no address. */
export const homeFromColumns = (columns: Readonly<Record<string, unknown>>): Home | undefined => {
  const said = (column: string): string => {
    const value = columns[column];
    return typeof value === 'string' ? value.trim() : '';
  };
  const address = said('Title');
  const pupil = said('Pupil');
  if (address === '' || pupil === '') return undefined;
  const lastCompleted = momentOf(said('LastCompleted'));
  return {
    key: said('HomeKey') || familyKey(address, pupil),
    address,
    pupil,
    yearGroup: said('YearGroup'),
    parent: said('Parent'),
    parentPhone: said('ParentPhone'),
    language: said('Language'),
    lastPurpose: said('LastPurpose'),
    lastVisitors: said('LastVisitors')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '')
      .map(personId),
    ...(said('SameHome') === '' ? {} : { sameHome: said('SameHome') }),
    ...(lastCompleted === undefined ? {} : { lastCompleted }),
  };
};

const momentOf = (text: string): Instant | undefined => {
  if (text === '') return undefined;
  try {
    return instant(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
