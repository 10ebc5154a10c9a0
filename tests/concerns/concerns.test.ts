import { describe, expect, it } from '@jest/globals';
import type {
  ConcernAbout,
  ConcernCommand,
  ConcernEvent,
  KnownConcern,
} from '../../src/concerns/concern.ts';
import { decide } from '../../src/concerns/decide.ts';
import { concernAfter } from '../../src/concerns/evolve.ts';
import { nextCheck } from '../../src/concerns/next-check.ts';
import { messagesFor, whoWillSee } from '../../src/concerns/react.ts';
import type { Roster, StaffMember } from '../../src/people/staff.ts';
import { commandId, type Instant } from '../../src/vocabulary.ts';
import { at, dunn, jo, lind, okafor, person, policy, rao, roster, sam } from '../builders/cast.ts';
import { fc } from '../support/properties.ts';

type Ask = ConcernCommand extends infer C
  ? C extends unknown
    ? Omit<C, 'id' | 'by'>
    : never
  : never;

const raising = (about: ConcernAbout, who: string, what = 'A bruise on her arm'): Ask => ({
  verb: 'raise-concern',
  about,
  person: who,
  what,
  visit: 'visit-1',
});
const claim: Ask = { verb: 'acknowledge-concern' };
const spoke: Ask = { verb: 'spoke-of-concern' };
const clock: Ask = { verb: 'check-clock' };

const asking = (
  events: readonly ConcernEvent[],
  { by, ask, now = at('14:40'), staff = roster }: Asking,
) =>
  decide({ id: commandId('c'), by: by.id, ...ask } as ConcernCommand, concernAfter(events), {
    now,
    policy,
    roster: staff,
    reference: 'C-7F3K9Q',
  });
type Asking = { by: StaffMember; ask: Ask; now?: Instant; staff?: Roster };

const does = (events: readonly ConcernEvent[], asked: Asking): readonly ConcernEvent[] => {
  const decision = asking(events, asked);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusals));
  return [...events, ...decision.events];
};
const known = (events: readonly ConcernEvent[]): KnownConcern => {
  const concern = concernAfter(events);
  if (concern.status === 'unraised') throw new Error('not raised');
  return concern;
};
const lastTells = (events: readonly ConcernEvent[], staff = roster) => {
  const last = events.at(-1);
  return last === undefined ? [] : messagesFor(last, known(events), { policy, roster: staff });
};
const raised = (about: ConcernAbout, who: string, staff = roster) =>
  does([], { by: sam, ask: raising(about, who), staff });
const heard = (events: readonly ConcernEvent[], staff = roster) =>
  lastTells(events, staff).flatMap(({ to }) => [
    ...to.people,
    ...(to.channel === undefined ? [] : ['#safeguarding']),
  ]);

describe('a concern about a child', () => {
  const concern = raised('child', 'Siân O’Neill');

  it('[B-47] [HC-6.8] is told at once to the safeguarding leads and their channel', () => {
    expect(heard(concern)).toEqual(['rao', 'lind', '#safeguarding']);
  });
  it('is told by reference, without the words, the child or the visit', () => {
    expect(JSON.stringify(lastTells(concern))).not.toMatch(/bruise|Si.n|visit-1/u);
    expect(lastTells(concern)[0]?.reference).toBe('C-7F3K9Q');
  });
  it('leaves out a lead whose own child it names', () => {
    expect(heard(raised('child', 'Miss Rao'))).not.toContain('rao');
  });
  it('does not take a child for the colleague who shares a surname', () => {
    expect(heard(raised('child', 'Tom Rao'))).toContain('rao');
  });
  it('is not raised with nothing written', () => {
    const decision = asking([], { by: sam, ask: raising('child', 'Siân', '  ') });
    expect(decision).toMatchObject({ refusals: [{ field: 'what' }] });
  });
  it('is not cut where it is too long, but sent back to be sent in parts', () => {
    const decision = asking([], { by: sam, ask: raising('child', 'Siân', 'x'.repeat(20_001)) });
    expect(decision).toMatchObject({ refusals: [{ field: 'what' }] });
    expect(asking([], { by: sam, ask: raising('child', 'Siân', 'x'.repeat(20_000)) }).kind).toBe(
      'accepted',
    );
  });
  it('is raised once, however often it is sent', () => {
    expect(does(concern, { by: sam, ask: raising('child', 'Siân') })).toEqual(concern);
  });
});

describe('a concern about the headteacher', () => {
  it.each(['Mrs Okafor', 'okafor', 'Okafor', 'mrs  OKAFOR', 'Mrs Okafor (headteacher)'])(
    'goes to governance and not the channel, named as “%s”',
    (name) => {
      const concern = raised('adult', name);
      expect(known(concern)).toMatchObject({ route: 'governance', subjects: ['okafor'] });
      expect(heard(concern)).toEqual(['rao', 'lind', 'dunn']);
    },
  );
  it('never reaches her, though she is safeguarding lead as well', () => {
    const double = roster.map((one) =>
      one.id === okafor.id
        ? person('okafor', 'Mrs Okafor', 'headteacher', 'safeguarding-lead')
        : one,
    );
    expect(heard(raised('adult', 'Mrs Okafor', double), double)).toEqual(['rao', 'lind', 'dunn']);
  });
  it('stays closed to her when she changes her name or role', () => {
    const concern = raised('adult', 'Mrs Okafor');
    const later = [
      ...roster.filter(({ id }) => id !== okafor.id),
      person('okafor', 'Dr New', 'chair-of-governors'),
    ];
    expect(heard(concern, later)).not.toContain('okafor');
    const answer = asking(concern, { by: okafor, ask: claim, staff: later });
    expect(answer.kind).toBe('refused');
  });
  it('answers her as if there were nothing', () => {
    const there = asking(raised('adult', 'Mrs Okafor'), { by: okafor, ask: claim });
    const nothing = asking([], { by: okafor, ask: claim });
    expect(there).toEqual(nothing);
  });
});

describe('a concern about the safeguarding lead', () => {
  it('goes to the chair and the other lead', () => {
    expect(heard(raised('adult', 'Miss Rao'))).toEqual(['lind', 'dunn']);
  });
  it('finds somebody though nobody of its route is left', () => {
    const small = [okafor, rao, sam];
    expect(heard(raised('adult', 'Miss Rao', small), small)).toEqual(['okafor']);
  });
});

describe('the subject of a concern', () => {
  it('hears nothing, wherever they stand and whatever happens', () => {
    const subject = fc.constantFrom(...roster);
    const hours = fc.array(fc.constantFrom('14:46', '14:51', '15:10'), { maxLength: 3 });
    fc.assert(
      fc.property(subject, hours, ({ name, id }, times) => {
        let events = raised('adult', name);
        expect(heard(events)).not.toContain(id);
        for (const time of times.toSorted()) {
          events = does(events, { by: sam, ask: clock, now: at(time) });
          expect(heard(events)).not.toContain(id);
        }
      }),
    );
  });
});

describe('a concern that nobody answers', () => {
  const concern = raised('child', 'Siân');
  const climbed = does(concern, { by: sam, ask: clock, now: at('14:45') });

  it('is told again every five minutes, from the second time to the headteacher too', () => {
    expect(nextCheck(concernAfter(concern))).toBe(at('14:45'));
    expect(heard(climbed)).toEqual(['rao', 'lind', '#safeguarding']);
    expect(nextCheck(concernAfter(climbed))).toBe(at('14:50'));
    const twice = does(climbed, { by: sam, ask: clock, now: at('14:50') });
    expect(heard(twice)).toEqual(['rao', 'lind', 'okafor', '#safeguarding']);
  });
  it('is told once for what was missed, and not before its time', () => {
    const late = does(concern, { by: sam, ask: clock, now: at('15:12') });
    expect(late.slice(1)).toMatchObject([{ type: 'concern-climbed', times: 6 }]);
    expect(does(concern, { by: sam, ask: clock, now: at('14:44') })).toEqual(concern);
    expect(does(late, { by: sam, ask: clock, now: at('15:12') })).toEqual(late);
  });
  it('climbs on after “I have it”, until somebody has spoken', () => {
    const held = does(climbed, { by: lind, ask: claim, now: at('14:46') });
    expect(nextCheck(concernAfter(held))).toBe(at('14:50'));
    const over = does(held, { by: lind, ask: spoke, now: at('14:48') });
    expect(known(over)).toMatchObject({ status: 'spoken of', acknowledgedBy: 'lind' });
    expect(nextCheck(concernAfter(over))).toBeUndefined();
    expect(does(over, { by: sam, ask: clock, now: at('16:00') })).toEqual(over);
  });
  it('is never told to the headteacher while it is about her or kept in governance', () => {
    for (const who of ['Mrs Okafor', 'Miss Rao']) {
      const late = does(raised('adult', who), { by: sam, ask: clock, now: at('15:40') });
      expect(heard(late)).not.toContain('okafor');
    }
  });
});

describe('those who answer it', () => {
  const concern = raised('child', 'Siân');
  it('are those it was told to, and nobody else', () => {
    expect(asking(concern, { by: rao, ask: claim }).kind).toBe('accepted');
    for (const by of [sam, jo, dunn, okafor])
      expect(asking(concern, { by, ask: claim }).kind).toBe('refused');
  });
  it('add to it, as may who raised it; nobody changes it', () => {
    const add: Ask = { verb: 'add-to-concern', what: 'And another' };
    const more = does(does(concern, { by: sam, ask: add }), { by: rao, ask: add });
    expect(known(more)).toMatchObject({ what: 'A bruise on her arm', additions: [{}, {}] });
    expect(asking(concern, { by: jo, ask: add }).kind).toBe('refused');
  });
});

describe('what the raiser is told before typing', () => {
  it('is who will see it, by name', () => {
    expect(whoWillSee('child', 'Siân', roster, policy)).toBe(
      'Miss Rao and Mr Lind will be told at once and can read it. The office does not see it, and nothing of it shows on the visit.',
    );
  });
  it('is who will not, where it is about a colleague', () => {
    const said = whoWillSee('adult', 'Mrs Okafor', roster, policy);
    expect(said).toBe(
      'Miss Rao, Mr Lind and Cllr Dunn will be told at once and can read it. Mrs Okafor is not told and cannot find any trace of it.',
    );
  });
  it('is whom to ring, where nobody may read it', () => {
    expect(whoWillSee('adult', 'Sam', [sam], policy)).toContain('designated officer');
  });
  it('names all who share a name', () => {
    const two = [...roster, person('sam-2', 'Sam Other', 'teacher')];
    expect(whoWillSee('adult', 'Sam', two, policy)).toContain(
      'Sam Pike and Sam Other are not told',
    );
  });
});
