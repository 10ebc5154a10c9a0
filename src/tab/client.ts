/** What the tab asks of the API, and every way it may answer. */
import type { SeenPerson, SeenVisit } from '../journeys/seen.ts';
import type { VisitVerb } from '../people/access.ts';
import type { RegistersSeen } from '../people/registers-seen.ts';
import type { Reminder } from '../policy/citation.ts';
import type { ClassInWords } from '../policy/classes-in-words.ts';
import type { Purpose, RiskLevel, RiskQuestion } from '../policy/policy.ts';
import type { FieldPolicy } from '../visits/form-fields.ts';
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
};

export type VisitList = { readonly now: Instant; readonly visits: readonly SeenVisit[] };
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
  /** The kinds of visit, in words. */
  readonly classes: readonly ClassInWords[];
  /** What of the policy says which fields a visit needs. */
  readonly rules: FieldPolicy;
  readonly initialFloor: RiskLevel;
  readonly approvers: string;
  readonly policy: { readonly title: string; readonly version: string };
  readonly briefing?: readonly Reminder[];
  readonly colleagues: readonly SeenPerson[];
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

/** What may be asked of the registers; `src/people/registers-seen.ts` says what goes with each. */
export type RegisterVerb =
  | 'set-staff'
  | 'confirm-roles'
  | `${'keep' | 'remove'}-${'vehicle' | 'device' | 'dates'}`
  | 'keep-duty'
  | 'revoke-duty'
  | 'keep-hours';

export type RegisterChange = {
  readonly verb: RegisterVerb;
  readonly command: string;
  readonly inputs: Inputs;
};

export type RegisterChanged = { readonly note: string; readonly registers: RegistersSeen };

export type Client = {
  readonly me: () => Promise<Reply<Me>>;
  readonly today: () => Promise<Reply<VisitList>>;
  readonly mine: () => Promise<Reply<VisitList>>;
  readonly waiting: () => Promise<Reply<VisitList>>;
  readonly visit: (reference: string) => Promise<Reply<OneVisit>>;
  readonly form: (family?: string) => Promise<Reply<AskForm>>;
  readonly registers: () => Promise<Reply<RegistersSeen>>;
  readonly changeRegisters: (change: RegisterChange) => Promise<Reply<RegisterChanged>>;
  readonly check: (inputs: Inputs, visit: string | undefined) => Promise<Reply<FormChecked>>;
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
    form: (family = '') => ask(`/api/form?family=${encodeURIComponent(family)}`),
    registers: () => ask('/api/registers'),
    changeRegisters: ({ verb, command, inputs }) =>
      ask('/api/registers/commands', { ...inputs, verb, command }),
    check: (inputs, visit = '') =>
      ask('/api/visits/check', { ...inputs, visit, command: crypto.randomUUID() }),
    press: ({ reference, verb, command, inputs }) =>
      ask(`/api/visits/${encodeURIComponent(reference)}/commands`, { ...inputs, verb, command }),
    submit: ({ verb, command, inputs }) => ask('/api/visits', { ...inputs, verb, command }),
    raiseConcern: ({ command, inputs }) => ask('/api/concerns', { ...inputs, command }),
  };
};
