/** What the tab asks of the API, and every way it may answer. */

import type { HomesVerb } from '../journeys/homes-press.ts';
import type { BeforeAsking, OpenedHome, SeenHome, StandingPage } from '../journeys/homes-seen.ts';
import type { Outages } from '../journeys/outage.ts';
import type { PolicyChecked, PolicyVerb } from '../journeys/policy-door.ts';
import type { PolicyNotice, SeenPolicy } from '../journeys/policy-seen.ts';
import type { SeenColleague, SeenPerson, SeenVisit } from '../journeys/seen.ts';
import type { ListVerb } from '../journeys/weekly-press.ts';
import type { SeenFrozen, SeenList } from '../journeys/weekly-seen.ts';
import type { RegisterVerb, VisitVerb } from '../people/access.ts';
import type { RegistersSeen } from '../people/registers-seen.ts';
import type { Reminder } from '../policy/citation.ts';
import type { ClassInWords } from '../policy/classes-in-words.ts';
import type { Purpose, RiskLevel, RiskQuestion } from '../policy/policy.ts';
import type { HazardRow } from '../policy/policy-parts.ts';
import type { FieldPolicy } from '../visits/form-fields.ts';
import type { Monitoring } from '../visits/monitoring.ts';
import type { Instant, Refusal } from '../vocabulary.ts';
import type { PageName } from './route.ts';
import { words } from './words.ts';

export type Me = {
  readonly now: Instant;
  readonly person: SeenPerson;
  readonly pages: readonly PageName[];
  readonly mayLogCalls: boolean;
  readonly mayRaiseConcern: boolean;
  readonly waiting: number;
  readonly policy?: PolicyNotice;
};

export type OnePolicy = { readonly now: Instant; readonly policy: SeenPolicy };

export type PolicyCommand = {
  readonly verb: PolicyVerb;
  readonly command: string;
  readonly inputs: Inputs;
};

export type { PolicyChecked };

export type VisitList = { readonly now: Instant; readonly visits: readonly SeenVisit[] };
/** The day, who of those who answer alarms did not tap the week's test message, and what does not answer. */
export type Today = VisitList & {
  readonly unreached: readonly SeenPerson[];
  readonly outages?: Outages;
};
export type OneVisit = { readonly now: Instant; readonly visit: SeenVisit };

export type Family = {
  readonly pupil: string;
  readonly yearGroup: string;
  readonly parent: string;
  readonly parentPhone: string;
  readonly address: string;
};

export type AskForm = {
  readonly now: Instant;
  readonly purposes: readonly Purpose[];
  readonly questions: readonly RiskQuestion[];
  /** The school's table of hazards, where that is its form. */
  readonly hazards?: readonly HazardRow[];
  /** The kinds of visit, in words. */
  readonly classes: readonly ClassInWords[];
  /** What of the policy says which fields a visit needs. */
  readonly rules: FieldPolicy;
  readonly initialFloor: RiskLevel;
  readonly approvers: string;
  readonly policy: { readonly title: string; readonly version: string };
  readonly briefing?: readonly Reminder[];
  readonly colleagues: readonly SeenColleague[];
  /** Those on record that will do. */
  readonly cars?: readonly string[];
  readonly families: readonly Family[];
};

/** What would speak against a form if it were sent now. */
export type FormChecked = {
  readonly refusals: readonly Refusal[];
  readonly says: readonly string[];
};

export type Failure = {
  readonly kind: 'failed';
  readonly why: 'offline' | 'sign-in' | 'server';
  readonly title: string;
  readonly detail: string;
};

export type Reply<T> =
  | { readonly kind: 'ok'; readonly data: T }
  | { readonly kind: 'held'; readonly reference: string; readonly note: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly late: boolean }
  | { readonly kind: 'gone' }
  | Failure;

export type Done = OneVisit & { readonly note: string };
export type Inputs = Readonly<Record<string, string>>;

/** `src/people/registers-seen.ts` says what goes with each verb. */
export type RegisterChange = {
  readonly verb: RegisterVerb;
  readonly command: string;
  readonly inputs: Inputs;
};

export type RegisterChanged = { readonly note: string; readonly registers: RegistersSeen };

export type OneList = { readonly now: Instant; readonly list: SeenList };
export type OneCopy = { readonly now: Instant; readonly copy: SeenFrozen };
export type ListDone = OneList & { readonly note: string };

export type ListPress = {
  readonly verb: ListVerb;
  readonly week: string;
  readonly command: string;
  readonly inputs: Inputs;
};

export type HomeList = { readonly now: Instant; readonly homes: readonly SeenHome[] };
export type OneHome = { readonly now: Instant; readonly home: OpenedHome };
export type StandingList = {
  readonly now: Instant;
  readonly standing: StandingPage;
  /** Whose assessment may be made. */
  readonly people: readonly SeenPerson[];
};
export type HomesPress = {
  readonly verb: HomesVerb;
  readonly command: string;
  readonly inputs: Inputs;
};

type LetterFile = { readonly name: string; readonly base64: string };

export type Client = {
  readonly me: () => Promise<Reply<Me>>;
  readonly today: () => Promise<Reply<Today>>;
  readonly mine: () => Promise<Reply<VisitList>>;
  readonly waiting: () => Promise<Reply<VisitList>>;
  readonly visit: (reference: string) => Promise<Reply<OneVisit>>;
  readonly letter: (reference: string) => Promise<Reply<{ readonly file: LetterFile }>>;
  /** With a reference, by the version of the policy that visit was asked under. */
  readonly form: (family?: string, visit?: string) => Promise<Reply<AskForm>>;
  readonly policy: () => Promise<Reply<OnePolicy>>;
  readonly checkPolicy: (inputs: Inputs) => Promise<Reply<PolicyChecked>>;
  readonly pressPolicy: (
    asked: PolicyCommand,
  ) => Promise<Reply<OnePolicy & { readonly note: string }>>;
  readonly monitoring: () => Promise<
    Reply<{ readonly now: Instant; readonly monitoring: Monitoring }>
  >;
  readonly policyCopy: () => Promise<Reply<{ readonly html: string }>>;
  readonly registers: () => Promise<Reply<RegistersSeen>>;
  readonly changeRegisters: (change: RegisterChange) => Promise<Reply<RegisterChanged>>;
  readonly check: (inputs: Inputs, visit: string | undefined) => Promise<Reply<FormChecked>>;
  readonly weeklyList: (week?: string) => Promise<Reply<OneList>>;
  readonly signedCopy: (week: string, copy: string) => Promise<Reply<OneCopy>>;
  readonly pressList: (press: ListPress) => Promise<Reply<ListDone>>;
  readonly homes: () => Promise<Reply<HomeList>>;
  readonly home: (key: string) => Promise<Reply<OneHome>>;
  readonly beforeAsking: (address: string) => Promise<Reply<{ readonly before: BeforeAsking }>>;
  readonly standing: () => Promise<Reply<StandingList>>;
  readonly pressHomes: (press: HomesPress) => Promise<Reply<{ readonly note: string }>>;
  readonly press: (press: Press) => Promise<Reply<Done>>;
  readonly submit: (submit: Omit<Press, 'reference'>) => Promise<Reply<Done>>;
  readonly raiseConcern: (
    concern: Omit<Press, 'reference' | 'verb'>,
  ) => Promise<Reply<{ readonly reference: string; readonly told: readonly string[] }>>;
};

export type Press = {
  readonly reference: string;
  readonly verb: VisitVerb;
  /** The same on every try of one press, so that it counts once. */
  readonly command: string;
  readonly inputs: Inputs;
};

type Given = { readonly getToken: () => Promise<string>; readonly fetch: typeof fetch };

const patience = 20_000;

const failed = (why: Failure['why']): Failure => ({ kind: 'failed', why, ...words.failures[why] });

const refusalsOf = (body: { refusals?: readonly Refusal[] }): readonly Refusal[] =>
  body.refusals ?? [];

const replyOf = async <T>(answer: Response): Promise<Reply<T>> => {
  const body = await answer.json().catch(() => ({}));
  switch (answer.status) {
    case 200:
      return { kind: 'ok', data: body as T };
    case 202:
      return { kind: 'held', reference: String(body.reference), note: String(body.note) };
    case 409:
    case 422:
      return { kind: 'refused', refusals: refusalsOf(body), late: answer.status === 409 };
    case 403:
    case 404:
      return { kind: 'gone' };
    case 401:
      return failed('sign-in');
    default:
      return failed('server');
  }
};

const createAsk = ({ getToken, fetch: send }: Given) => {
  return async <T>(path: string, body?: object): Promise<Reply<T>> => {
    const token = await getToken().catch(() => undefined);
    if (token === undefined) return failed(navigator.onLine ? 'sign-in' : 'offline');
    const sent: RequestInit = {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(patience),
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    };
    const answer = await send(path, sent).catch(() => undefined);
    return answer === undefined ? failed('offline') : replyOf<T>(answer);
  };
};

export const createClient = (given: Given): Client => {
  const ask = createAsk(given);
  return {
    me: () => ask('/api/me'),
    today: () => ask('/api/today'),
    mine: () => ask('/api/visits?mine'),
    waiting: () => ask('/api/visits?waiting'),
    visit: (reference) => ask(`/api/visits/${encodeURIComponent(reference)}`),
    letter: (reference) => ask(`/api/visits/${encodeURIComponent(reference)}/letter`),
    form: (family = '', visit = '') =>
      ask(`/api/form?family=${encodeURIComponent(family)}&visit=${encodeURIComponent(visit)}`),
    policy: () => ask('/api/policy'),
    checkPolicy: (inputs) => ask('/api/policy/check', { ...inputs, command: crypto.randomUUID() }),
    pressPolicy: ({ verb, command, inputs }) =>
      ask('/api/policy/commands', { ...inputs, verb, command }),
    monitoring: () => ask('/api/policy/monitoring'),
    policyCopy: () => ask('/api/policy/copy'),
    registers: () => ask('/api/registers'),
    changeRegisters: ({ verb, command, inputs }) =>
      ask('/api/registers/commands', { ...inputs, verb, command }),
    check: (inputs, visit = '') =>
      ask('/api/visits/check', { ...inputs, visit, command: crypto.randomUUID() }),
    weeklyList: (week) =>
      ask(`/api/weekly-list${week === undefined ? '' : `?week=${encodeURIComponent(week)}`}`),
    signedCopy: (week, copy) =>
      ask(`/api/weekly-list/copy?week=${week}&copy=${encodeURIComponent(copy)}`),
    pressList: ({ verb, week, command, inputs }) =>
      ask('/api/weekly-list/commands', { ...inputs, verb, week, command }),
    homes: () => ask('/api/homes'),
    home: (key) => ask(`/api/homes/one?key=${encodeURIComponent(key)}`),
    beforeAsking: (address) =>
      ask(`/api/homes/before-asking?address=${encodeURIComponent(address)}`),
    standing: () => ask('/api/homes/standing'),
    pressHomes: ({ verb, command, inputs }) =>
      ask('/api/homes/commands', { ...inputs, verb, command }),
    press: ({ reference, verb, command, inputs }) =>
      ask(`/api/visits/${encodeURIComponent(reference)}/commands`, { ...inputs, verb, command }),
    submit: ({ verb, command, inputs }) => ask('/api/visits', { ...inputs, verb, command }),
    raiseConcern: ({ command, inputs }) => ask('/api/concerns', { ...inputs, command }),
  };
};
