/** Each address of the API: the right is checked here, on every request, before the house is asked. */

import { type Act, may, type VisitVerb, visitAccess } from '../people/access.ts';
import { remindersAt } from '../policy/citation.ts';
import { classesInWords } from '../policy/classes-in-words.ts';
import type { Policy } from '../policy/policy.ts';
import { hazardsAsked } from '../risk-assessment/assess.ts';
import type { FieldPolicy } from '../visits/form-fields.ts';
import type { Role } from '../vocabulary.ts';
import { wordsFor } from '../words/words.ts';
import { type Answer, nothingHere, ok, Problem, problem, refused } from './answer.ts';
import { type Asked, readAsked } from './body.ts';
import type { Call, Route } from './call.ts';
import type { Inputs, Pressed, Wanted } from './house.ts';
import { homesRoutes } from './routes-homes.ts';
import { letterRoutes } from './routes-letter.ts';
import { policyRoutes } from './routes-policy.ts';
import { registersRoutes } from './routes-registers.ts';
import { weeklyListRoutes } from './routes-weekly-list.ts';

const roleWords: Readonly<Record<Role, string>> = wordsFor('en-GB').status.roles;

/** What somebody tried that is not theirs, or is not there, goes on record alike. */
const nothing = async ({ house, by }: Call, status: 403 | 404, act: Act): Promise<Problem> => {
  await house.refused(act, by.id);
  return new Problem(nothingHere(status, await house.policy()));
};

const check = async (call: Call, act: Act): Promise<void> => {
  if (!may(act, call.by)) throw await nothing(call, 403, act);
};

export const pages = {
  today: 'page-today',
  mine: 'page-my-visits',
  approvals: 'page-approvals',
  ask: 'page-ask',
  registers: 'page-registers',
  list: 'page-weekly-list',
  homes: 'page-homes',
  policy: 'page-policy',
} as const satisfies Record<string, Act>;

const me = async ({ house, by }: Call): Promise<Answer> => {
  const { weeklyList } = await house.policy();
  const open = Object.entries(pages).filter(
    ([page, act]) => may(act, by) && (page !== 'list' || weeklyList.rule === 'on'),
  );
  const waiting = may('page-approvals', by) ? await house.visits({ kind: 'waiting' }, by) : [];
  return ok({
    now: house.now(),
    person: { id: by.id, name: by.name },
    pages: open.map(([page]) => page),
    mayLogCalls: may('log-call', by),
    mayRaiseConcern: may('raise-concern', by),
    waiting: waiting.length,
    policy: await house.policyDoor.notice(by.id),
  });
};

const list = async (call: Call, wanted: Wanted, act: Act): Promise<Answer> => {
  await check(call, act);
  const visits = await call.house.visits(wanted, call.by);
  return ok({ now: call.house.now(), visits });
};

/** The board says as well who of those who answer alarms could not be reached, and what does not answer. */
const today = async (call: Call): Promise<Answer> => {
  await check(call, 'page-today');
  const [visits, unreached] = await Promise.all([
    call.house.visits({ kind: 'today' }, call.by),
    call.house.reach.unreached(),
  ]);
  return ok({ now: call.house.now(), visits, unreached, outages: call.house.outages() });
};

const visits = async (call: Call): Promise<Answer> => {
  const day = call.query.get('day');
  if (call.query.has('mine')) return list(call, { kind: 'mine' }, 'page-my-visits');
  if (call.query.has('waiting')) return list(call, { kind: 'waiting' }, 'page-approvals');
  if (day !== null && /^\d{4}-\d{2}-\d{2}$/u.test(day))
    return list(call, { kind: 'day', day }, 'page-today');
  throw new Problem(problem('bad-request'));
};

const seen = async (call: Call, act: Act) => {
  const visit = await call.house.see(call.reference, call.by);
  if (visit === undefined) throw await nothing(call, 404, act);
  return visit;
};

const visit = async (call: Call): Promise<Answer> => {
  return ok({ now: call.house.now(), visit: await seen(call, 'see-visit') });
};

const told = async (call: Call, pressed: Pressed): Promise<Answer> => {
  const now = call.house.now();
  switch (pressed.kind) {
    case 'done':
      return ok({ accepted: true, now, visit: pressed.seen, note: pressed.note });
    case 'held':
      return {
        status: 202,
        body: { held: true, now, reference: pressed.reference, note: pressed.note },
      };
    case 'refused':
      return refused(pressed.refusals);
    case 'unknown':
      return nothingHere(404, await call.house.policy());
    default:
      return pressed satisfies never;
  }
};

type Asking = Asked & { readonly verb: VisitVerb; readonly visit: string | undefined };

const press = async (call: Call, asking: Asking) =>
  told(call, await call.house.press({ ...asking, by: call.by, via: 'tab' }));

/** In one flat object `verb` is already-happened itself, so what was refused comes as `what`. */
const inputsOf = ({ inputs }: Asked, verb: VisitVerb): Inputs => {
  const { what = '' } = inputs;
  return verb === 'already-happened' ? { ...inputs, verb: what } : inputs;
};

/** A visit asked for; or one that is under way already and that nobody asked for. */
const submit = async (call: Call): Promise<Answer> => {
  const asked = await readAsked(call.request);
  const verb = asked.verb ?? 'submit';
  if (verb !== 'submit' && verb !== 'already-happened') throw new Problem(problem('bad-request'));
  return press(call, { ...asked, verb, visit: undefined, inputs: inputsOf(asked, verb) });
};

/** As somebody fills in the form. It stays on the server what the school holds of its staff and of homes; only the reasons leave it. */
const checkForm = async (call: Call): Promise<Answer> => {
  const { inputs } = await readAsked(call.request);
  const { visit, ...form } = inputs;
  const reference = visit === undefined || visit === '' ? undefined : visit;
  const checked = await call.house.check({ visit: reference, inputs: form, by: call.by });
  return ok({ now: call.house.now(), ...checked });
};

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(visitAccess, verb);

/** Whoever may know of the visit hears from the rules why something is not theirs to do. */
const command = async (call: Call): Promise<Answer> => {
  const asked = await readAsked(call.request);
  const { verb } = asked;
  if (verb === undefined || !isVisitVerb(verb)) throw new Problem(problem('bad-request'));
  const known = await seen(call, verb);
  return press(call, { ...asked, verb, visit: known.reference, inputs: inputsOf(asked, verb) });
};

const concern = async (call: Call): Promise<Answer> => {
  const { inputs, command: id } = await readAsked(call.request);
  const raised = await call.house.raiseConcern({ inputs, command: id, by: call.by, via: 'tab' });
  if (raised.kind === 'refused') return refused(raised.refusals);
  return ok({ accepted: true, reference: raised.reference, told: raised.told });
};

const rolesSaid = (held: readonly Role[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(held.map((role) => roleWords[role]));

const rulesOf = (policy: Policy): FieldPolicy => {
  const { language, purposes, classRules, asking, staffing, appointment, evening } = policy;
  return { language, purposes, classRules, asking, staffing, appointment, evening };
};

/** What the page that asks for a visit needs to know; for one that is there, by its own version of the policy. */
const form = async (call: Call): Promise<Answer> => {
  const { house, by, query } = call;
  const visit = (query.get('visit') ?? '').trim() || undefined;
  const policy = await house.formPolicy(visit, by);
  const family = (query.get('family') ?? '').trim();
  return ok({
    now: house.now(),
    purposes: policy.purposes,
    questions: policy.risk.questions,
    hazards: hazardsAsked(policy),
    classes: classesInWords(policy),
    rules: rulesOf(policy),
    initialFloor: policy.risk.initialFloor,
    approvers: rolesSaid(policy.approval.roles),
    policy: { title: policy.title, version: policy.version },
    briefing: remindersAt(policy.briefing, 'asking'),
    colleagues: may('search-staff', by)
      ? await house.colleagues((query.get('colleague') ?? '').trim(), by, visit)
      : [],
    cars: may('search-staff', by) ? await house.cars(by) : [],
    families:
      family.length > 1 && may('search-families', by) ? await house.families(family, by) : [],
  });
};

export const routes: readonly Route[] = [
  { method: 'GET', path: /^\/api\/me$/u, acts: ['open-tab'], answer: me },
  {
    method: 'GET',
    path: /^\/api\/today$/u,
    acts: ['page-today'],
    answer: today,
  },
  {
    method: 'GET',
    path: /^\/api\/visits$/u,
    acts: ['page-my-visits', 'page-approvals', 'page-today'],
    answer: visits,
  },
  { method: 'POST', path: /^\/api\/visits$/u, acts: ['submit'], answer: submit },
  { method: 'POST', path: /^\/api\/visits\/check$/u, acts: ['page-ask'], answer: checkForm },
  {
    method: 'GET',
    path: /^\/api\/visits\/(?<reference>[\w-]{1,60})$/u,
    acts: ['page-visit'],
    answer: visit,
  },
  {
    method: 'POST',
    path: /^\/api\/visits\/(?<reference>[\w-]{1,60})\/commands$/u,
    acts: ['page-visit'],
    answer: command,
  },
  ...letterRoutes,
  ...weeklyListRoutes,
  ...registersRoutes,
  ...homesRoutes,
  ...policyRoutes,
  { method: 'POST', path: /^\/api\/concerns$/u, acts: ['raise-concern'], answer: concern },
  { method: 'GET', path: /^\/api\/form$/u, acts: ['page-ask'], answer: form },
];
