/** Whoever has no part in a visit gets nowhere with anything, in any status, and learns nothing: not even that it is there. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people, personBy } from '../../src/local/tenant.ts';
import { may, type Relation, type VisitVerb, visitAccess } from '../../src/people/access.ts';
import type { Role } from '../../src/vocabulary.ts';
import { personId } from '../../src/vocabulary.ts';
import { type ListItem, openSchool, type School } from '../support/school.ts';
import {
  answer,
  approve,
  ask,
  checkDeparture,
  depart,
  enterWith,
  form,
  listed,
  monday,
} from '../support/visit.ts';
import { type Answered, type Forger, openForger } from './forger.ts';

let school: School;
let forger: Forger;
beforeAll(async () => {
  school = await openSchool();
  await school.setClock(monday);
  forger = await openForger(school);
  for (const { id } of people) await school.say(id, 'hello');
}, 60_000);
afterAll(() => school.close());

const isLong = process.env['SOAK'] !== undefined;
const everyStranger = isLong
  ? (['wells', 'pupil', 'hart', 'dunn'] as const)
  : (['wells', 'pupil'] as const);
/** Heard from anybody on the staff, whatever is named with it, and then about nobody but the speaker. */
const cries: readonly string[] = [
  'help',
  'danger',
  'unwell',
  'injured',
  'leave-unsafe',
  'child-alone',
  'child-in-danger',
];
const verbs = Object.keys(visitAccess).filter((verb): verb is VisitVerb => verb in visitAccess);
/** Card verbs that are no act of a visit's. */
const otherVerbs = ['open-visit', 'open-form', 'my-visits', 'today', 'hello', 'toString'] as const;

/** Nothing of these may ever come back to somebody with no part. */
const secrets = /Siân|O[’']Neill|Mair|Ffordd|Porthcawl|900201|the dog|cannot leave the baby/u;
const madeUp = 'HV-2026-9999';

/** Something for every input that any verb reads. */
const everyInput = {
  ...form,
  who: 'sam,jo',
  to: 'sam,jo',
  spokeTo: 'sam,jo',
  dueBack: '16:30',
  reason: 'Because.',
  what: 'depart',
  note: 'Yes.',
  said: 'return',
  adjustment: 'none',
  invitedBy: 'parent',
  parentPresent: 'yes',
  animals: 'none',
  phone: 'yes',
  identification: 'yes',
  fit: 'yes',
  device: 'yes',
  'device-charged': 'yes',
  'device-logged-in': 'yes',
  'device-tested': 'yes',
  documents: 'yes',
};

let sent = 0;
const withCommand = (more: object) => {
  sent += 1;
  return { ...everyInput, command: `forged-command-${sent}`, ...more };
};

const lists = [
  ['HomeVisits', 'Visits'],
  ['Safeguarding', 'RiskAssessments'],
  ['Safeguarding', 'Concerns'],
  ['Safeguarding', 'Homes'],
] as const;

const settle = () => school.call('POST', '/local/clock', { advance: 'PT0S' });
const inTheLists = async (): Promise<string> => {
  // Every refused press is put on record: the minute's allowance is not for that to use up here.
  await school.forgetUsage();
  return JSON.stringify(await Promise.all(lists.map(([site, list]) => school.items(site, list))));
};
const said = async (who: string) =>
  (
    await school.call<readonly { id: string; updatedAt: string }[]>(
      'GET',
      `/local/people/${who}/chat`,
    )
  ).map(({ id, updatedAt }) => `${id} ${updatedAt}`);
const told = async (except: readonly string[]) => {
  const others = people.filter(({ id }) => !except.includes(id));
  const chats = await Promise.all(others.map(({ id }) => said(id)));
  return JSON.stringify([chats, await school.channel()]);
};

/** What of the visit a forger could have got hold of: a card somebody forwarded. */
const theVisit = async () => {
  const fields = await listed(school);
  const history = JSON.stringify(fields['History']);
  const content = /content[\\":]+([\w-]{20,})/u.exec(history)?.[1] ?? '';
  return { reference: String(fields['Title']), key: String(fields['VisitKey']), content };
};

/** A few at a time, so that it is quick, in an order that does not matter. */
const together = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
};

const everyItem = async (site: string, list: string): Promise<readonly ListItem[]> => {
  type Page = { readonly value: readonly ListItem[]; readonly '@odata.nextLink'?: string };
  const found: ListItem[] = [];
  let path: string | undefined = `${school.itemsAt(site, list)}?$expand=fields`;
  while (path !== undefined) {
    const page: Page = await school.graph<Page>(path);
    found.push(...page.value);
    path = page['@odata.nextLink']?.split('/v1.0/')[1];
  }
  return found;
};

const tellsNothing = (answers: Answered, known: { reference: string; key: string }) => {
  expect(answers.text).not.toMatch(secrets);
  expect(answers.text).not.toContain(known.reference);
  expect(answers.text).not.toContain(known.key);
};

const click = async (person: string, verb: string, inputs = {}) => {
  const { status } = await school.click(person, verb, inputs);
  expect({ person, verb, status }).toEqual({ person, verb, status: 200 });
};

/** Every status and every stranger in the long run; here a visit not out yet, and one out with everything going on. */
const isTried = (name: string) =>
  isLong || ['awaiting approval', 'inside, with an alarm'].includes(name);

/** One visit's life; at each step everything is tried. */
const life: readonly (readonly [string, () => Promise<void>])[] = [
  ['awaiting approval', () => ask(school)],
  [
    'approved',
    async () => {
      await answer(school);
      await approve(school);
    },
  ],
  [
    'out',
    async () => {
      await checkDeparture(school);
      await depart(school);
    },
  ],
  ['at the door', () => click('sam', 'arrive', { who: 'sam,jo' })],
  ['inside', () => click('sam', 'enter', enterWith('sam,jo'))],
  ['inside, with an alarm', () => click('jo', 'help')],
  ['left', () => click('sam', 'leave', { who: 'sam,jo' })],
  [
    'returned',
    async () => {
      await click('sam', 'return', { who: 'sam,jo' });
    },
  ],
];

describe.each(life)('a visit that is %s', (name, step) => {
  // All of them once; at other times the two it matters for most.
  const inDepth = name.includes('alarm');
  const strangers = inDepth ? everyStranger : everyStranger.slice(0, 2);
  let known: Awaited<ReturnType<typeof theVisit>>;
  let before: { readonly lists: string; readonly told: string };
  it('has come so far', async () => {
    await school.setClock(monday);
    await step();
    await settle();
    known = await theVisit();
    expect(String((await listed(school))['Status'])).toBe(name.split(',')[0]);
    expect(known.content).not.toBe('');
  }, 60_000);
  if (!isTried(name)) return;

  const remember = async (pressers: readonly string[]) => {
    // However slow the machine, no alarm climbs meanwhile.
    await school.setClock(monday);
    before = { lists: await inTheLists(), told: await told(pressers) };
  };
  const expectNothing = async (pressers: readonly string[]) => {
    await settle();
    expect(await inTheLists()).toBe(before.lists);
    expect(await told(pressers)).toBe(before.told);
  };

  it('answers no button of those with no part, and says the same of one that is not there', async () => {
    await remember(strangers);
    const pairs = strangers.flatMap((person) =>
      [...verbs, ...otherVerbs]
        .filter((verb) => person === 'pupil' || !cries.includes(verb))
        .map((verb) => ({ person, verb })),
    );
    await together(pairs, async ({ person, verb }) => {
      const press = async (visit: string, place: 'chat' | 'channel' = 'chat') => {
        const data = withCommand({ visit, content: known.content });
        const { status, text } = await forger.press(person, verb, data, place);
        // Each card carries a name of its own for what may be pressed on it.
        return { status, text: text.replaceAll(/"command":"[\w-]+"/gu, '') };
      };
      const there = await press(known.reference);
      tellsNothing(there, known);
      const others = [await press(madeUp)];
      if (inDepth) others.push(await press(known.key), await press(known.reference, 'channel'));
      for (const other of others)
        expect({ person, verb, ...other }).toEqual({ person, verb, ...there });
    });
    await expectNothing(strangers);
  }, 60_000);

  it('opens no page and takes no command of theirs [B-57 H-28 R-31]', async () => {
    await remember(strangers);
    await together(strangers, async (person) => {
      for (const path of ['me', 'today', 'visits?mine', 'visits?waiting', 'form', `form?family=Si`])
        tellsNothing(await forger.ask(person, 'GET', `/api/${path}`), known);
      for (const day of ['2026-11-23', '2026-11-24'])
        expect((await forger.ask(person, 'GET', `/api/visits?day=${day}`)).status).toBe(403);
      const look = (visit: string) => forger.ask(person, 'GET', `/api/visits/${visit}`);
      const there = await look(known.reference);
      tellsNothing(there, known);
      expect([403, 404]).toContain(there.status);
      for (const other of [known.key, madeUp]) expect(await look(other)).toEqual(there);
      expect((await forger.ask(person, 'POST', '/api/visits', withCommand({}))).status).toBe(403);
    });
    const pairs = strangers.flatMap((person) => verbs.map((verb) => ({ person, verb })));
    await together(pairs, async ({ person, verb }) => {
      const command = (visit: string) => {
        const { what, ...inputs } = withCommand({ verb, content: known.content });
        return forger.ask(person, 'POST', `/api/visits/${visit}/commands`, { ...inputs, what });
      };
      const there = await command(known.reference);
      tellsNothing(there, known);
      expect({ person, verb, status: there.status }).toEqual({
        person,
        verb,
        status: person === 'pupil' ? 403 : 404,
      });
      expect(await command(madeUp)).toEqual(there);
    });
    await expectNothing(strangers);
  }, 60_000);

  it('lets those with a part do no more than theirs', async () => {
    const insiders = ['okafor', 'bevan', 'rao', 'lind', 'pat', 'sam', 'jo'];
    const relations: Readonly<Record<string, readonly Relation[]>> = {
      sam: ['requester', 'visitor'],
      jo: ['visitor'],
      okafor: ['approver', 'adopter'],
    };
    await remember(insiders);
    const pairs = insiders.flatMap((id) => {
      const roles = (personBy(id)?.roles ?? []) as readonly Role[];
      const member = { id: personId(id), name: id, roles, mobile: '' };
      return verbs
        .filter((verb) => verb !== 'submit' && verb !== 'new-visit')
        .filter((verb) => !may(verb, member, relations[id] ?? []))
        .map((verb) => ({ person: id, verb }));
    });
    expect(pairs.length).toBeGreaterThan(50);
    await together(pairs, async ({ person, verb }) => {
      const data = withCommand({ visit: known.reference, content: known.content });
      const pressed = await forger.press(person, verb, data);
      // The office and the deputy look after those who are out; the answers about risk are not theirs.
      if (person === 'pat' || person === 'bevan') expect(pressed.text).not.toContain('the dog');
      const asked = { ...data, verb, visit: '' };
      const path = `/api/visits/${known.reference}/commands`;
      if (inDepth) expect((await forger.ask(person, 'POST', path, asked)).status).toBe(422);
    });
    await expectNothing(insiders);
  }, 60_000);
});

describe('whoever has no part', () => {
  it('finds nobody by typing', async () => {
    for (const person of everyStranger)
      for (const dataset of ['families', 'colleagues', 'toString', 'visits'])
        for (const text of ['', 'si', 'sam'])
          expect(JSON.parse((await forger.search(person, dataset, text)).text)).toMatchObject({
            value: { results: [] },
          });
  }, 30_000);

  it('is shown nothing by asking in words, in the chat or before others', async () => {
    const known = await theVisit();
    const before = await inTheLists();
    for (const person of everyStranger)
      for (const place of ['chat', 'channel'] as const)
        for (const text of [
          'today',
          'my visits',
          'new visit',
          'arrived',
          "we're leaving",
          'back',
          'running late 20',
          `open ${known.reference}`,
        ])
          expect((await forger.say(person, text, place)).status).toBe(200);
    await settle();
    expect(await inTheLists()).toBe(before);
    for (const person of everyStranger) {
      const text = JSON.stringify(await school.chat(person));
      // They read their own words there.
      const heard = text.replaceAll(`open ${known.reference}`, '');
      tellsNothing({ status: 200, text: heard }, known);
    }
  }, 60_000);

  it('opens no dialog but the one for a worry, and a pupil not even that', async () => {
    const known = await theVisit();
    const before = await inTheLists();
    for (const person of everyStranger)
      for (const step of ['task/fetch', 'task/submit'] as const)
        for (const verb of [...verbs, ...(person === 'pupil' ? ['raise-concern'] : [])]) {
          const data = withCommand({ verb, visit: known.reference, about: 'child' });
          const dialog = await forger.dialog(person, step, data);
          tellsNothing(dialog, known);
          expect(JSON.parse(dialog.text)).toMatchObject({ task: { type: 'message' } });
        }
    const worry = withCommand({ about: 'child', person: 'Tom', what: 'A worry of theirs.' });
    expect((await forger.ask('pupil', 'POST', '/api/concerns', worry)).status).toBe(403);
    for (const verb of ['raise-concern', 'acknowledge-concern', 'spoke-of-concern'])
      await forger.press('pupil', verb, { ...worry, concern: 'C-AAAAAA' });
    await settle();
    expect(await inTheLists()).toBe(before);
  }, 60_000);

  it('has every attempt on record, by name, with nothing of what was tried for', async () => {
    await settle();
    await school.advance('PT1M');
    const lines = (await everyItem('HomeVisits', 'Activity')).map(({ fields }) => fields);
    const tried = (name: string) =>
      new Set(lines.filter(({ Who }) => Who === name).map(({ Title }) => String(Title)));
    for (const name of isLong ? ['Mr Wells', 'Ms Hart', 'Cllr Dunn'] : ['Mr Wells'])
      for (const what of [
        ...verbs.filter((verb) => !cries.includes(verb)),
        ...['see-visit', 'page-today', 'chat-today', 'search-families'],
      ])
        expect({ name, what, noted: tried(name).has(what) }).toEqual({ name, what, noted: true });
    for (const what of [...verbs, 'open-tab', 'chat-hello', 'raise-concern', 'search-staff'])
      expect({ what, noted: tried('A pupil').has(what) }).toEqual({ what, noted: true });
    expect(tried('Mr Bevan').has('approve')).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(secrets);
    expect(JSON.stringify(lines)).not.toContain('HV-2026');
  }, 60_000);

  it('is heard when calling for help, about nobody but themselves', async () => {
    const known = await theVisit();
    const before = (await school.items('HomeVisits', 'Visits'))[0];
    for (const visit of [known.reference, madeUp]) {
      const answered = await forger.press('wells', 'help', { visit, command: 'a-cry-of-wells' });
      tellsNothing(answered, known);
    }
    await settle();
    const [first, own, ...more] = await school.items('HomeVisits', 'Visits');
    expect(first).toEqual(before);
    expect(own?.fields).toMatchObject({ Visitors: 'Mr Wells', RequestedBy: 'Mr Wells' });
    expect(String(own?.fields['Alarm'])).toContain('help');
    expect(more).toEqual([]);
  }, 30_000);
});
