/** The story of one visit, step by step, as the policy that is on has it. It presses what anybody presses; what is allowed the product says. */
import type { Shown } from '../panes/panes.ts';
import type { Person, PolicyInShort } from '../shapes.ts';
import type { Hands, Pressed } from './hands.ts';
import { checks, figures, phrase, request, ticks, timesFrom } from './request.ts';
import { noIn, noInTab, SaidNo } from './said-no.ts';
import { showWords } from './show-words.ts';

/** Where one looks: a pane, or the lists beneath. */
export type Look = Shown | { readonly kind: 'lists' };

export type Step = {
  readonly id: string;
  /** Whose hands do it; undefined where only the clock moves, or nobody does anything. */
  readonly by: string | undefined;
  /** What happens and why, in one sentence. */
  readonly says: string;
  /** Where the school's policy asks for it. */
  readonly clause: string | undefined;
  readonly look: Look;
  /** Throws SaidNo, in the product's own words. */
  readonly act: (hands: Hands) => Promise<void>;
};

const pressed = async (
  hands: Hands,
  person: string,
  action: string,
  inputs: Pressed = {},
): Promise<void> => {
  const no = noIn(await hands.press(person, action, inputs));
  if (no !== undefined) throw new SaidNo(no);
};

const asked = async (
  hands: Hands,
  person: string,
  path: string,
  body: Readonly<Record<string, string>>,
): Promise<void> => {
  const { status, body: said } = await hands.tab(person, path, body);
  const no = noInTab(status, said);
  if (no !== undefined) throw new SaidNo(no);
};

const both = { who: 'sam,jo' };
const visitors = ['sam', 'jo'];

const chat = (person: string): Look => ({ kind: 'chat', person });
const tab = (person: string, page: string): Look => ({
  kind: 'tab',
  person,
  link: { pageId: 'home', subPageId: page },
});

type Given = {
  readonly policy: PolicyInShort;
  readonly people: readonly Person[];
  /** A fresh id for a command that is sent from a tab. */
  readonly newId: () => string;
};

/** The first of those who hold one of the roles and do not go themselves. */
const holder = ({ people }: Given, roles: readonly string[]): string =>
  people.find(
    ({ id, roles: held }) => !visitors.includes(id) && held.some((role) => roles.includes(role)),
  )?.id ?? 'okafor';

const nameOf = ({ people }: Given, id: string): string =>
  people.find((person) => person.id === id)?.name ?? id;

const clockStep = ({ policy }: Given): readonly Step[] =>
  policy.goodTime === policy.now
    ? []
    : [
        {
          id: 'clock',
          by: undefined,
          says: showWords.clock(policy.now, policy.goodTime),
          clause: undefined,
          look: chat('sam'),
          act: async (hands) => void (await hands.setClock(policy.goodTime)),
        },
      ];

const askStep = ({ policy }: Given): Step => ({
  id: 'ask',
  by: 'sam',
  says: showWords.ask,
  clause: policy.clauses['form/needed'],
  look: chat('sam'),
  act: async (hands) => {
    await hands.say('sam', 'new visit');
    const form = { ...request, ...timesFrom(policy.goodTime) };
    // Looked over first: with the address the product shows what is known of the home, and a box to tick.
    await hands.press('sam', 'check-form', form);
    await pressed(hands, 'sam', 'submit', { ...form, ...ticks });
  },
});

const listSteps = (given: Given): readonly Step[] => {
  const { policy, newId } = given;
  if (policy.signs.length === 0) return [];
  const signer = holder(given, policy.signs);
  const { week } = policy;
  return [
    {
      id: 'figures',
      by: 'sam',
      says: showWords.figures,
      clause: policy.clauses['weekly-list/complete'],
      look: tab('sam', `list/${week}`),
      act: (hands) =>
        asked(hands, 'sam', '/api/weekly-list/commands', {
          verb: 'compile-list',
          week,
          text: figures,
          command: newId(),
        }),
    },
    {
      id: 'sign-list',
      by: signer,
      says: showWords.signList(nameOf(given, signer)),
      clause: policy.clauses['departure/list-signed'],
      look: chat(signer),
      act: async (hands) => {
        await hands.say(signer, 'weekly list');
        await pressed(hands, signer, 'sign-list');
      },
    },
  ];
};

const adoptStep = (given: Given): readonly Step[] => {
  const { policy } = given;
  if (policy.adopts.length === 0) return [];
  const adopter = holder(given, policy.adopts);
  return [
    {
      id: 'adopt',
      by: adopter,
      says: showWords.adopt(nameOf(given, adopter)),
      clause: policy.clauses['departure/assessment-adopted'],
      look: chat(adopter),
      act: async (hands) => {
        await pressed(hands, adopter, 'open-details');
        await pressed(hands, adopter, 'adopt-assessment');
      },
    },
  ];
};

const decideStep = (given: Given): Step => {
  const { policy } = given;
  const decider = holder(given, policy.decides);
  return {
    id: 'decide',
    by: decider,
    says: showWords.decide[policy.mode](nameOf(given, decider)),
    clause: policy.clauses['departure/approved'],
    look: chat(decider),
    act: (hands) => pressed(hands, decider, 'approve', { note: '' }),
  };
};

const forEach = async (act: (person: string) => Promise<void>): Promise<void> => {
  for (const person of visitors) await act(person);
};

const readyStep = ({ policy }: Given): readonly Step[] => [
  {
    id: 'ready',
    by: 'sam',
    says: showWords.ready,
    clause: policy.clauses['departure/risk-read'],
    look: chat('jo'),
    act: (hands) =>
      forEach(async (person) => {
        await pressed(hands, person, 'answer-health', { adjustment: 'none' });
        await pressed(hands, person, 'confirm-reading');
      }),
  },
  {
    id: 'check',
    by: 'jo',
    says: showWords.check,
    clause: policy.clauses['departure/check-done'],
    look: chat('jo'),
    act: (hands) => forEach((person) => pressed(hands, person, 'check-departure', checks)),
  },
];

const door = { ...both, invitedBy: 'parent', parentPresent: 'yes', animals: 'none', hazards: '' };

/** Time passes, and then somebody presses. */
const later =
  (minutes: number, action: string, inputs: Pressed) =>
  async (hands: Hands): Promise<void> => {
    await hands.advance(minutes);
    await pressed(hands, 'sam', action, inputs);
  };

const codeWordStep = ({ policy }: Given): readonly Step[] =>
  policy.codeWord
    ? [
        {
          id: 'code-word',
          by: 'sam',
          says: showWords.codeWord,
          clause: policy.clauses['departure/code-word'],
          look: chat('sam'),
          act: async (hands) => {
            const { dialog } = await hands.press('sam', 'agree-code-word');
            const said = await hands.press('sam', 'agree-code-word', { phrase }, dialog);
            const no = noIn(said);
            if (no !== undefined) throw new SaidNo(no);
          },
        },
      ]
    : [];

const outSteps = ({ policy }: Given): readonly Step[] => {
  const sam = (id: keyof typeof showWords.out, act: Step['act'], rule?: string): Step => ({
    id,
    by: 'sam',
    says: showWords.out[id],
    clause: rule === undefined ? undefined : policy.clauses[rule],
    look: chat('sam'),
    act,
  });
  return [
    {
      ...sam('depart', later(10, 'depart', both), 'visits/due-back-ahead'),
      look: tab('pat', 'today'),
    },
    sam('arrive', later(20, 'arrive', both)),
    sam('enter', later(1, 'enter', door), 'door/invited-by-adult'),
    { ...sam('leave', later(40, 'leave', both)), look: tab('pat', 'today') },
    sam('return', later(15, 'return', both)),
  ];
};

const endStep: Step = {
  id: 'end',
  by: undefined,
  says: showWords.end,
  clause: undefined,
  look: { kind: 'lists' },
  act: async () => undefined,
};

export const storyOf = (given: Given): readonly Step[] => [
  ...clockStep(given),
  askStep(given),
  ...listSteps(given),
  ...adoptStep(given),
  decideStep(given),
  ...readyStep(given),
  ...codeWordStep(given),
  ...outSteps(given),
  endStep,
];
