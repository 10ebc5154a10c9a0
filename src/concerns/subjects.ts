/** Staff a concern is about, however they are named: it is better to leave out one colleague too many than the subject one too few. */
import type { Roster, StaffMember } from '../people/staff.ts';
import type { PersonId } from '../vocabulary.ts';
import type { ConcernAbout } from './concern.ts';

export const subjectsOf = (
  about: ConcernAbout,
  person: string,
  roster: Roster,
): readonly PersonId[] => {
  const names = person
    .split(/[,;/&\n]|\s+and\s+/u)
    .map(folded)
    .filter((name) => name !== '');
  return roster
    .filter((member) => names.some((name) => isNamed(member, name, about)))
    .map(({ id }) => id);
};

/** A child may share a colleague's surname; only the whole name is taken for theirs. */
const isNamed = (member: StaffMember, name: string, about: ConcernAbout): boolean => {
  if (folded(member.id) === name || folded(member.name) === name) return true;
  const [said, theirs] = [untitled(name), untitled(folded(member.name))];
  if (said === '' || theirs === '') return false;
  if (about === 'child') return said === theirs && said.includes(' ');
  const [words, known] = [said.split(' '), theirs.split(' ')];
  return known.every((word) => words.includes(word)) || words.every((word) => known.includes(word));
};

const titles = /\b(mr|mrs|miss|ms|mx|dr|cllr|sir|lady|prof|rev)\b\.?/gu;

const untitled = (name: string): string => name.replace(titles, ' ').replace(/\s+/gu, ' ').trim();

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/[’‘`]/gu, "'")
    .replace(/\(.*?\)/gu, ' ')
    .replace(/[^\p{L}\p{N}' .-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
