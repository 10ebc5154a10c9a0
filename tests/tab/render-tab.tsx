/** The whole tab in jsdom, over an API that answers from memory. */
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { configure, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import type { PolicyNotice, SeenPolicy } from '../../src/journeys/policy-seen.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import type { RegistersSeen } from '../../src/people/registers-seen.ts';
import { classesInWords } from '../../src/policy/classes-in-words.ts';
import { createClient, type FormChecked } from '../../src/tab/client.ts';
import { Shell } from '../../src/tab/shell.tsx';
import type { Monitoring } from '../../src/visits/monitoring.ts';
import type { Refusal } from '../../src/vocabulary.ts';
import { registersSeen } from './registers-seen.ts';
import { allVisits, now, okafor, pat, policy, sam, staff } from './school.ts';

// Without a layout Fluent takes an open dialog for one that cannot be seen; the browser tests look at that.
configure({ asyncUtilTimeout: 8_000, defaultHidden: true });

// jsdom would match each of its thousands of rules each time a role is looked for: those that hide are enough.
const renderer = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => /visibility:\s*hidden|display:\s*none/u.test(rule),
});

/** What jsdom lacks and Fluent asks of a browser. */
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { ResizeObserver: Observer, scrollTo: () => undefined });
globalThis.matchMedia = (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

type Answer = { readonly status: number; readonly body: unknown };
export type Sent = { readonly path: string; readonly body: Record<string, string> };

const pagesOf = {
  pat: ['today', 'mine', 'ask', 'registers'],
  okafor: ['today', 'mine', 'approvals', 'ask', 'registers'],
  sam: ['mine', 'ask'],
};

export type School = {
  visits: readonly SeenVisit[];
  /** What the next press is answered with. */
  answer: Answer | undefined;
  /** What looking the form over comes to. */
  checked: (inputs: Record<string, string>) => FormChecked;
  registers: RegistersSeen;
  up: boolean;
  signedIn: boolean;
  /** What the Policy page shows, and what stands above every page. */
  readonly policy?: SeenPolicy;
  readonly monitoring?: Monitoring;
  readonly notice?: PolicyNotice;
  readonly sent: Sent[];
};

export const refusals = (...more: readonly Partial<Refusal>[]): Answer => ({
  status: 422,
  body: {
    refusals: more.map((one, index) => ({
      rule: `rule-${index}`,
      clause: 'Bryn School policy 4.3',
      because: 'Something is missing.',
      next: 'Do this next.',
      ...one,
    })),
  },
});

const read = (school: School, path: string, person: keyof typeof pagesOf): Answer => {
  const { visits } = school;
  const waiting = visits.filter(({ status }) => status === 'awaiting approval');
  const name = staff.find(({ id }) => id === person)?.name;
  const me = {
    now,
    person: { id: person, name },
    pages: [...pagesOf[person], ...(school.policy || school.notice ? ['policy'] : [])],
    mayLogCalls: person === 'pat',
    mayRaiseConcern: true,
    waiting: waiting.length,
    ...(school.notice && { policy: school.notice }),
  };
  if (path === '/api/policy') return { status: 200, body: { now, policy: school.policy } };
  if (path === '/api/policy/monitoring')
    return { status: 200, body: { now, monitoring: school.monitoring } };
  if (path === '/api/policy/copy') return { status: 200, body: { now, html: '<p></p>' } };
  if (path === '/api/me') return { status: 200, body: me };
  if (path === '/api/registers') return { status: 200, body: school.registers };
  if (path === '/api/visits?waiting') return { status: 200, body: { now, visits: waiting } };
  if (path === '/api/today' || path === '/api/visits?mine')
    return { status: 200, body: { now, visits } };
  if (path.startsWith('/api/form')) {
    const family = {
      pupil: 'Elin Jones',
      yearGroup: 'Year 8',
      parent: 'Mair Jones',
      parentPhone: '01248 555 014',
      address: '14 Ffordd y Môr',
    };
    return {
      status: 200,
      body: {
        now,
        purposes: policy.purposes,
        questions: policy.risk.questions,
        classes: classesInWords(policy),
        rules: policy,
        initialFloor: 'medium',
        approvers: 'the headteacher',
        policy: { title: policy.title, version: policy.version },
        colleagues: [sam, okafor, pat].map(({ id, name: called }) => ({ id, name: called })),
        families: path.endsWith('family=') ? [] : [family],
      },
    };
  }
  const visit = visits.find(({ reference }) => path === `/api/visits/${reference}`);
  return visit ? { status: 200, body: { now, visit } } : { status: 404, body: {} };
};

const createFetch =
  (school: School, person: keyof typeof pagesOf): typeof fetch =>
  async (input, init) => {
    const path = String(input);
    if (!school.up) throw new TypeError('Failed to fetch');
    if (path === '/api/visits/check') {
      const body = school.checked(JSON.parse(String(init?.body)));
      return { status: 200, ok: true, json: async () => body } as Response;
    }
    if (init?.method === 'POST') school.sent.push({ path, body: JSON.parse(String(init.body)) });
    const done = {
      status: 200,
      body: {
        now,
        accepted: true,
        visit: school.visits[0],
        registers: school.registers,
        note: 'Done and filed.',
      },
    };
    if (init?.method === 'POST' && path.startsWith('/api/policy/')) {
      const policyDone = { now, policy: school.policy, refusals: [], changes: [], note: 'Done.' };
      return { status: 200, ok: true, json: async () => policyDone } as Response;
    }
    const { status, body } =
      init?.method === 'POST' ? (school.answer ?? done) : read(school, path, person);
    // jsdom has no Response of its own.
    return { status, ok: status < 400, json: async () => body } as Response;
  };

export const renderTab = (
  person: keyof typeof pagesOf,
  hash: string,
  more: Partial<School> = {},
) => {
  const school: School = {
    visits: allVisits,
    answer: undefined,
    checked: () => ({ refusals: [], says: ['Mrs Okafor decides (3.1).'] }),
    registers: registersSeen(),
    up: true,
    signedIn: true,
    sent: [],
    ...more,
  };
  globalThis.location.hash = hash;
  const client = createClient({
    fetch: createFetch(school, person),
    getToken: async () => {
      if (!school.signedIn) throw new Error('nobody');
      return person;
    },
  });
  const signIn = async () => {
    school.signedIn = true;
  };
  render(
    <RendererProvider renderer={renderer}>
      <Shell client={client} host={undefined} signIn={signIn} />
    </RendererProvider>,
  );
  return { school, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) };
};
