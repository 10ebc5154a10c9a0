/** Stories: given(what was done).when(somebody asks, at a time).happens(what follows). */
import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import type { StaffMember } from '../../src/people/staff.ts';
import type { Answers } from '../../src/risk-assessment/assessment.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import type { Circumstances } from '../../src/visits/circumstances.ts';
import type { Via, VisitAsk } from '../../src/visits/command.ts';
import { decide } from '../../src/visits/decide.ts';
import type { EventDetail, Happening } from '../../src/visits/event.ts';
import { visitAfter } from '../../src/visits/evolve.ts';
import type { Message } from '../../src/visits/message.ts';
import type { Proposal, VisitForm } from '../../src/visits/proposal.ts';
import { messagesFor } from '../../src/visits/react.ts';
import type { KnownVisit, Visit } from '../../src/visits/visit.ts';
import { commandId, type Decision, type Instant, instant, personId } from '../../src/vocabulary.ts';
import { at, jo, okafor, policy, roster, sam, standing } from './cast.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const quietHome: Answers = {
  answers: { q1: 'no', q2: 'no', q4: 'no', q5: 'no', q6: 'yes' },
  actions: {},
  level: 'medium',
};
export const highRisk: Answers = {
  ...quietHome,
  answers: { ...quietHome.answers, q1: 'yes' },
  actions: { q1: 'Stay on the doorstep' },
  level: 'high',
};

export const proposal = (changes: Partial<Proposal> = {}): Proposal => ({
  pupil: 'Siân O’Neill',
  yearGroup: '4',
  parent: 'Mary O’Neill',
  parentPhone: '01632 960001',
  address: '14 Ffordd y Môr',
  class: 'procedural',
  purpose: 'attendance',
  purposeNote: 'Three weeks of Mondays missed',
  sensitive: false,
  people: 'Both parents',
  whyNotInSchool: 'No car',
  language: 'Welsh',
  staffing: '',
  appointment: 'phone',
  appointmentNote: '',
  start: at('14:00'),
  dueBack: at('15:30'),
  visitors: [sam.id, jo.id],
  transport: 'Sam’s car, AB12 CDE',
  ...changes,
});
export const form = (changes: Partial<Proposal> = {}, risk = quietHome): VisitForm => ({
  proposal: proposal(changes),
  risk,
});

type Ask = VisitAsk | ((visit: KnownVisit) => VisitAsk);
type Happenings = readonly Happening[];
/** One thing done; what it decides joins what was there. Throws where it was refused. */
export type Step = (sofar: Happenings) => Happenings;

const base: Omit<Circumstances, 'now' | 'assessment'> = {
  policy,
  roster,
  firstVisit: true,
  hash,
  reference: 'HV-2026-0042',
  standing,
};
type Setting = Partial<Omit<Circumstances, 'now'>> & { readonly via?: Via };

export const visitOf = (sofar: Happenings): Visit => visitAfter(sofar.map(({ event }) => event));
export const knownOf = (sofar: Happenings): KnownVisit => {
  const visit = visitOf(sofar);
  if (visit.status === 'unsubmitted') throw new Error('nobody has asked for this visit');
  return visit;
};

let count = 0;
export const decideIn = (
  sofar: Happenings,
  asked: { readonly by: string; readonly ask: Ask; readonly now: Instant },
  { via = 'chat', ...setting }: Setting = {},
): Decision<Happening> => {
  count += 1;
  const ask = typeof asked.ask === 'function' ? asked.ask(knownOf(sofar)) : asked.ask;
  const assessment = assessmentAfter(sofar.flatMap(({ restricted }) => restricted ?? []));
  return decide(
    { id: commandId(`c${count}`), by: personId(asked.by), via, ...ask },
    visitOf(sofar),
    { ...base, now: asked.now, assessment, ...setting },
  );
};

export const does =
  (by: StaffMember, ask: Ask, now: string | Instant, setting: Setting = {}): Step =>
  (sofar) => {
    const decision = decideIn(sofar, { by: by.id, ask, now: moment(now) }, setting);
    if (decision.kind === 'refused')
      throw new Error(`refused: ${decision.refusals.map(({ rule }) => rule).join(', ')}`);
    return [...sofar, ...decision.events];
  };

const moment = (time: string): Instant => (time.length === 5 ? at(time) : instant(time));

/** Steps of the ordinary path. */
export const asked = (
  changes: Partial<Proposal> = {},
  risk: Answers = quietHome,
  setting: Setting = {},
): Step => does(sam, { verb: 'submit', form: form(changes, risk) }, '09:00', setting);
export const approving: Ask = (visit) => ({ verb: 'approve', content: visit.content, note: '' });
export const approved = (now = '10:00'): Step => does(okafor, approving, now);
export const opened = (who: StaffMember): Step =>
  does(who, ({ content }) => ({ verb: 'open-details', content }), '09:30');
export const allWell = { phone: 'yes', identification: 'yes', fit: 'yes', documents: 'yes' };
/** What any of the policies asks before leaving: Holy Cross’s device and Broadening Horizons’ valuables as well. */
export const everyCheck = {
  ...allWell,
  device: 'yes',
  'device-charged': 'yes',
  'device-logged-in': 'yes',
  'device-tested': 'yes',
  valuables: 'yes',
};
/** The headteacher opens the risk assessment and makes it her own; where she has, nothing happens. */
export const adopted =
  (now = '13:35', by = okafor): Step =>
  (sofar) =>
    [
      does(by, ({ content }) => ({ verb: 'open-details', content }), now),
      does(by, ({ content }) => ({ verb: 'adopt-assessment', content }), now),
    ].reduce((story, step) => step(story), sofar);
export const ready =
  (...people: StaffMember[]): Step =>
  (sofar) =>
    people.reduce(
      (before, one) =>
        [
          does(one, { verb: 'answer-health', adjustment: 'none' }, '13:40'),
          does(one, { verb: 'confirm-reading' }, '13:41'),
          does(one, { verb: 'check-departure', answers: allWell }, '13:45'),
        ].reduce((story, step) => step(story), before),
      adopted()(sofar),
    );
export const left = (who = [sam, jo], now = '13:55'): Step =>
  does(sam, { verb: 'depart', who: who.map(({ id }) => id) }, now);
export const bothOut: readonly Step[] = [asked(), approved(), ready(sam, jo), left()];
export const both = [sam.id, jo.id];
export const arrived = does(sam, { verb: 'arrive', who: both }, '14:05');
export const entering = {
  verb: 'enter',
  who: both,
  invitedBy: 'parent',
  parentPresent: true,
  animals: 'none',
  hazards: '',
} as const;
export const entered = does(sam, entering, '14:08');
const product: StaffMember = {
  id: personId('product'),
  name: 'Home Visits',
  roles: [],
  mobile: '',
};
export const clock = (now: string | Instant): Step =>
  does(product, { verb: 'check-clock' }, now, { via: 'product' });
export const noticed = (ask: VisitAsk, now: string): Step =>
  does(product, ask, now, { via: 'list' });

export const after = (...steps: Step[]): Happenings =>
  steps.reduce<Happenings>((sofar, step) => step(sofar), []);

const detailOf = ({ event }: Happening) => {
  const { at: _at, by: _by, command: _command, via: _via, ...detail } = event;
  return detail;
};

export const given = (...steps: Step[]) => {
  const sofar = after(...steps);
  return {
    visit: visitOf(sofar),
    when: (by: StaffMember, ask: Ask, now = '12:00', setting: Setting = {}) => {
      const decision = decideIn(sofar, { by: by.id, ask, now: moment(now) }, setting);
      const happenings = decision.kind === 'accepted' ? decision.events : [];
      const visit = visitOf([...sofar, ...happenings]);
      return {
        decision,
        happenings,
        visit,
        happens: (
          ...details: readonly (Pick<EventDetail, 'type'> & Readonly<Record<string, unknown>>)[]
        ) => {
          expect(decision.kind === 'refused' ? decision.refusals : []).toEqual([]);
          expect(happenings.map(detailOf)).toEqual(
            details.map((detail) => expect.objectContaining(detail)),
          );
        },
        isRefused: (...rules: string[]) => {
          const refusals = decision.kind === 'refused' ? decision.refusals : [];
          expect(refusals.map(({ rule }) => rule)).toEqual(rules);
          for (const { because, next, clause } of refusals) {
            expect(`${because}${next}`).not.toMatch(/[{}]/u);
            expect([because, next, clause].every((text) => text !== '')).toBe(true);
          }
          return refusals;
        },
        tells: (): readonly Message[] =>
          happenings.flatMap(({ event }) => messagesFor(event, visit, { policy, roster })),
      };
    },
  };
};
