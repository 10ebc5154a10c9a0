import { readPack } from '../../pack.ts';
import { whyClosed } from '../../people/calendar.ts';
import { clauseOf } from '../../policy/policy.ts';
import {
  atSchool,
  daysAfter,
  type Instant,
  schoolDay,
  wallTime,
  weekOf,
} from '../../vocabulary.ts';
import { registerLines } from '../registers.ts';

/** What the story of one visit tells the reason of; a school's policy may name a clause for each. */
const told = [
  'form/needed',
  'weekly-list/complete',
  'departure/list-signed',
  'departure/assessment-adopted',
  'departure/approved',
  'departure/risk-read',
  'departure/code-word',
  'departure/check-done',
  'visits/due-back-ahead',
  'door/invited-by-adult',
];

const dated = registerLines
  .filter(({ list }) => list === 'Calendar')
  .map(({ columns: { Kind, From, Until, Title } }) => ({
    kind: Kind,
    dates: { from: String(From), until: String(Until), name: String(Title), why: String(Title) },
  }));
const datesOf = (kind: string) =>
  dated.filter((one) => one.kind === kind).map(({ dates }) => dates);
const calendar = {
  terms: datesOf('term'),
  closures: datesOf('closure'),
  officeOpens: '08:00',
  officeCloses: '16:30',
};

const morning = { from: '09:00', until: '13:00' };

const isMorning = (moment: Instant): boolean =>
  whyClosed(schoolDay(moment), calendar) === undefined &&
  morning.from <= wallTime(moment) &&
  wallTime(moment) <= morning.until;

const openDayFrom = (day: string, patience = 100): string =>
  patience === 0 || whyClosed(day, calendar) === undefined
    ? day
    : openDayFrom(daysAfter(day, 1), patience - 1);

/** This moment where a visit could well be asked for now; else the next morning on which the school is open. */
const goodTimeFrom = (now: Instant): Instant => {
  if (isMorning(now)) return now;
  const today = schoolDay(now);
  const early = wallTime(now) < morning.from;
  return atSchool(openDayFrom(early ? today : daysAfter(today, 1)), morning.from) ?? now;
};

/** What a story of one visit has to know beforehand of the policy that is on. What may be done the product alone decides. */
export const policyInShort = (pack: string, now: Instant) => {
  const policy = readPack(pack);
  const goodTime = goodTimeFrom(now);
  return {
    title: policy.title,
    mode: policy.approval.mode,
    decides: policy.approval.roles,
    adopts: policy.risk.adoptedBy,
    signs: policy.weeklyList.rule === 'on' ? policy.approval.listRoles : [],
    clauses: Object.fromEntries(told.map((rule) => [rule, clauseOf(policy, rule)])),
    codeWord: policy.codeWord.rule !== 'off',
    now,
    goodTime,
    week: weekOf(schoolDay(goodTime)),
  };
};
