/** The whole policy in plain words, each sentence with the place in the document that asks for it. */
import type { Role } from '../vocabulary.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { placeOfClause, remindersAt } from './citation.ts';
import { classesInWords } from './classes-in-words.ts';
import type { Policy } from './policy.ts';
import { moments } from './policy-parts.ts';
import type { Difference } from './settings.ts';

export type PolicyLine = { readonly say: string; readonly place: string };
export type PolicyGroup = {
  readonly id: keyof Words['policyPage']['groups'];
  readonly title: string;
  readonly lines: readonly PolicyLine[];
};

type Said = {
  readonly words: Words['policyPage'];
  readonly roles: (held: readonly (Role | 'visitors')[]) => string;
  /** A sentence, and the rule by which the document asks for it. */
  readonly by: (say: string, rule?: string) => PolicyLine;
};

export const policyInWords = (policy: Policy): readonly PolicyGroup[] => {
  const said = sayer(policy);
  const { groups } = said.words;
  const parts: Readonly<Record<PolicyGroup['id'], readonly PolicyLine[]>> = {
    decides: decides(policy, said),
    staffing: staffing(policy, said),
    asking: asking(policy, said),
    risk: risk(policy, said),
    departure: departure(policy, said),
    door: door(policy, said),
    out: out(policy, said),
    concern: [said.by(said.words.concern(said.roles(policy.concerns.tell)))],
    after: after(policy, said),
    reminders: reminders(policy),
    upkeep: upkeep(policy, said),
  };
  return (Object.keys(groups) as readonly PolicyGroup['id'][])
    .map((id) => ({ id, title: groups[id], lines: parts[id].filter(({ say }) => say !== '') }))
    .filter(({ lines }) => lines.length > 0);
};

const sayer = (policy: Policy): Said => {
  const { policyPage: words, status } = wordsFor(policy.language);
  return {
    words,
    roles: (held) => {
      const names = held.map((role) => (role === 'visitors' ? words.visitors : status.roles[role]));
      return names.length === 0
        ? words.none
        : new Intl.ListFormat(policy.language, { type: 'disjunction' }).format(names);
    },
    by: (say, rule) => ({
      say,
      place: rule === undefined ? '' : (policy.clauses[rule] ?? words.productDefault),
    }),
  };
};

const decides = ({ approval }: Policy, { words, roles, by }: Said): readonly PolicyLine[] => [
  by(words.mode[approval.mode](roles(approval.roles)), 'approval/right-role'),
  ...(approval.mode === 'list-and-visit'
    ? [by(words.listSigned(roles(approval.listRoles)), 'departure/list-signed')]
    : []),
  by(words.delegation[approval.delegation], 'approval/right-role'),
  ...(approval.substitutes.length > 0 ? [by(words.substitutes(roles(approval.substitutes)))] : []),
  by(words.tolerance(approval.toleranceMinutes), 'approval/content-changed'),
];

const staffing = (policy: Policy, { words, by }: Said): readonly PolicyLine[] => {
  const { rule } = policy.staffing;
  return [
    by(words.staffingRule[rule], rule === 'lone-allowed' ? undefined : `staffing/${rule}`),
    by(words.transport[policy.transport.rule], `transport/${policy.transport.rule}`),
  ];
};

const asking = (policy: Policy, { words, by }: Said): readonly PolicyLine[] => {
  const { appointment, evening, purposes } = policy;
  return [
    ...classesInWords(policy).map(({ label, clause }) => ({
      say: words.kind(label),
      place: clause,
    })),
    by(
      words.appointment[appointment.rule],
      appointment.rule === 'required' ? 'form/appointment-required' : 'form/appointment',
    ),
    ...(appointment.confirmed ? [by(words.confirmed, 'form/appointment-confirmed')] : []),
    by(
      words.evening[evening.rule](evening.from, evening.alternatives.join(', ')),
      'evening/reason',
    ),
    ...policy.asking.map(({ ask, required, clause }) => ({
      say: words.asked(ask, required),
      place: placeOfClause(clause),
    })),
    ...purposes.map(({ label, clause }) => ({
      say: words.purpose(label),
      place: placeOfClause(clause),
    })),
  ];
};

const risk = (policy: Policy, { words, roles, by }: Said): readonly PolicyLine[] => {
  const { form, initialFloor, questions, hazards, personal, adoptedBy } = policy.risk;
  const { levels } = wordsFor(policy.language).cards.form;
  const asks = [...(form === 'questions' ? questions : []), ...personal];
  return [
    by(words.riskForm[form], 'risk/all-answered'),
    by(words.floor(levels[initialFloor].toLocaleLowerCase('en-GB')), 'risk/first-visit-floor'),
    ...(adoptedBy.length > 0 ? [by(words.adopted(roles(adoptedBy)))] : []),
    ...asks.map(({ ask, clause }) => ({ say: ask, place: placeOfClause(clause) })),
    ...(form === 'hazards' ? hazards : []).map(({ hazard, level, clause }) => ({
      say: words.hazard(hazard, levels[level]),
      place: placeOfClause(clause),
    })),
  ];
};

const departure = (policy: Policy, { words, roles, by }: Said): readonly PolicyLine[] => [
  ...policy.departure.checks.map(({ ask, clause }) => ({ say: ask, place: placeOfClause(clause) })),
  by(words.notify(roles(policy.departure.notify))),
  by(words.reading[policy.reading.rule], 'departure/policy-read'),
];

const door = ({ noShow, animals }: Policy, { words, by }: Said): readonly PolicyLine[] => [
  by(words.wait(noShow.waitMinutes)),
  by(words.late(noShow.lateMinutes)),
  by(words.animals[animals.rule], 'door/animals'),
];

const out = (policy: Policy, { words, roles, by }: Said): readonly PolicyLine[] => [
  ...policy.overdue.rungs.map(({ afterMinutes, to }) => by(words.rung(afterMinutes, roles(to)))),
  by(words.responders(roles(policy.responders))),
  by(words.extensions(policy.extensions.allowed), 'visits/extensions-used'),
  by(words.codeWord[policy.codeWord.rule]),
  ...(policy.device.manDown === 'on' ? [by(words.manDown, 'departure/check-passed')] : []),
];

const after = (policy: Policy, { words, by }: Said): readonly PolicyLine[] => {
  const { records, signatures, agreements, attendanceAlert, debrief } = policy;
  return [
    by(words.record[records.cpoms](words.records.cpoms)),
    by(words.record[records.sims](words.records.sims)),
    by(words.record[records.attendance](words.records.attendance)),
    by(words.signatures[signatures.rule]),
    ...(agreements.letters ? [by(words.letters)] : []),
    ...(attendanceAlert.rule === 'on'
      ? [by(words.attendanceAlert(attendanceAlert.belowPercent, attendanceAlert.months))]
      : []),
    ...(debrief.rule === 'on' ? [by(words.debrief)] : []),
  ];
};

const reminders = ({ briefing, language }: Policy): readonly PolicyLine[] => {
  const titles = wordsFor(language).cards.briefing.moments;
  return moments.flatMap((moment) =>
    remindersAt(briefing, moment).map(({ say, place }) => ({
      say: `${titles[moment]}: ${say}`,
      place,
    })),
  );
};

const upkeep = (policy: Policy, { words, by }: Said): readonly PolicyLine[] => {
  const roles = wordsFor(policy.language).status.roles;
  const signers = new Intl.ListFormat(policy.language, { type: 'conjunction' }).format(
    policy.signOffs.map((role) => roles[role]),
  );
  return [
    ...(policy.signOffs.length > 0 ? [by(words.signOffs(signers))] : []),
    by(words.everyMonths(policy.review.everyMonths)),
  ];
};

export type DifferenceInWords = {
  readonly label: string;
  readonly from: string;
  readonly to: string;
};

/** Named as the page names its settings; what has no name there goes by its place. */
export const differencesInWords = (
  differences: readonly Difference[],
  language: Policy['language'],
): readonly DifferenceInWords[] => {
  const words = wordsFor(language).policyPage;
  return differences.map(({ place, from, to }) => {
    const [, rung] = /^overdue\.rungs\.(.+)\.afterMinutes$/u.exec(place) ?? [];
    const [, contact] = /^contacts\.(.+)\.reach$/u.exec(place) ?? [];
    if (rung !== undefined) return { label: words.rungPlace(rung), from, to };
    if (contact !== undefined) return { label: words.contactPlace(contact), from, to };
    return { label: words.places[place] ?? place, from, to };
  });
};
