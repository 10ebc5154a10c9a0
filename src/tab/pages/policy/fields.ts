/** Which settings have a field of their own; the rest is changed as text. */
import type { SeenPolicy } from '../../../journeys/policy-seen.ts';
import { places, words } from './words.ts';

export type Field = {
  readonly place: readonly string[];
  readonly label: string;
  readonly kind: 'number' | 'text' | 'time' | 'choice' | 'roles' | 'ladder';
};

type Part = { readonly title: string; readonly fields: readonly Field[] };

const field = (kind: Field['kind'], place: string): Field => ({
  place: place.split('.'),
  label: places[place] ?? place,
  kind,
});

export const nameOf = ({ place }: Field): string => place.join('.');

export const partsOf = ({ whole }: SeenPolicy): readonly Part[] => [
  {
    title: words.parts.decides,
    fields: [
      field('roles', 'approval.roles'),
      field('choice', 'approval.delegation'),
      field('number', 'approval.toleranceMinutes'),
      field('roles', 'approval.substitutes'),
      field('choice', 'approval.breakGlass.rule'),
      field('roles', 'approval.breakGlass.first'),
      field('roles', 'approval.breakGlass.second'),
    ],
  },
  {
    title: words.parts.going,
    fields: [
      field('choice', 'staffing.rule'),
      field('choice', 'appointment.rule'),
      field('choice', 'risk.initialFloor'),
      field('time', 'evening.from'),
    ],
  },
  {
    title: words.parts.times,
    fields: [
      field('number', 'noShow.waitMinutes'),
      field('number', 'noShow.lateMinutes'),
      field('number', 'pace.remindBeforeMinutes'),
      field('number', 'pace.stayMinutes'),
      field('number', 'extensions.allowed'),
    ],
  },
  {
    title: words.parts.late,
    fields: [
      field('ladder', 'overdue.rungs'),
      field('number', 'overdue.repeatMinutes'),
      field('number', 'overdue.afterSpokenMinutes'),
      field('roles', 'responders'),
      field('choice', 'departure.reach'),
    ],
  },
  {
    title: words.parts.upkeep,
    fields: [
      field('text', 'title'),
      field('roles', 'signOffs'),
      field('choice', 'reading.rule'),
      field('text', 'review.due'),
      field('number', 'review.everyMonths'),
      field('text', 'website'),
      ...contacts(whole),
    ],
  },
];

const contacts = (whole: SeenPolicy['whole']): readonly Field[] => {
  const list = whole?.['contacts'];
  if (!Array.isArray(list)) return [];
  return list.map((contact: { name?: unknown }, index) => ({
    place: ['contacts', String(index), 'reach'],
    label: words.reach(String(contact.name ?? '')),
    kind: 'text',
  }));
};
