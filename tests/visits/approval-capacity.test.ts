/** Who decides in whose place, and what is said where nobody is there to. */
import { describe, expect, it } from '@jest/globals';
import { eligibleApprovers, eligibleListSigners } from '../../src/approval/approval.ts';
import type { Roster, StaffMember } from '../../src/people/staff.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { visitColumns } from '../../src/register/columns.ts';
import { policySays } from '../../src/visits/policy-says.ts';
import { messagesFor } from '../../src/visits/react.ts';
import { storyOf } from '../../src/visits/story.ts';
import { visitId } from '../../src/vocabulary.ts';
import { bevan, dunn, jo, okafor, pat, policy, roster, sam } from '../builders/cast.ts';
import { approving, asked, does, form, given, knownOf } from '../builders/visits.ts';

const standsIn: StaffMember = {
  ...bevan,
  roles: [...bevan.roles, 'headteacher'],
  standsInFor: ['headteacher'],
};
const away: StaffMember = { ...okafor, away: true };
const staffOf = (...changed: StaffMember[]): Roster =>
  roster.map((one) => changed.find(({ id }) => id === one.id) ?? one);
const withStandIn = { roster: staffOf(standsIn, away) };
const allAway = { roster: staffOf(away) };
const withSubstitute: Policy = {
  ...policy,
  approval: { ...policy.approval, substitutes: ['chair-of-governors'] },
};
const texts = (messages: readonly { readonly kind: string }[]) =>
  messages.flatMap((message) => ('text' in message ? [String(message.text)] : []));

describe('a decision in somebody’s place', () => {
  it('says so in the history, the story, the list and what people are told', () => {
    const story = given(asked({}, undefined, withStandIn));
    const done = story.when(standsIn, approving, '12:00', withStandIn);
    done.happens({ type: 'approved', standsInFor: 'headteacher' });
    const { visit } = done;
    if (visit.status === 'unsubmitted') throw new Error('no visit');
    const name = 'Mr Bevan, deputy for the headteacher';
    const sight = { policy, ...withStandIn };
    const events = done.happenings.map(({ event }) => event);
    expect(storyOf(events, sight)[0]?.text).toBe(`${name}, approved.`);
    const entry = { id: visitId('v'), visit, history: '', told: 0 };
    expect(visitColumns(entry, sight)).toMatchObject({ DecidedBy: name });
    const told = events.flatMap((event) => messagesFor(event, visit, sight));
    expect(texts(told)[0]).toContain(`${name}, approved HV-2026-0042`);
  });

  it('is their own where one of the roles is, whatever else they stand in for', () => {
    const own: StaffMember = { ...standsIn, roles: [...standsIn.roles, 'senior-manager'] };
    const either = {
      ...policy,
      approval: { ...policy.approval, roles: ['headteacher', 'senior-manager'] as const },
    };
    given(asked({}, undefined, withStandIn))
      .when(own, approving, '12:00', { roster: staffOf(own), policy: either })
      .happens({ type: 'approved', content: expect.any(String), note: '' });
    const done = given(asked({}, undefined, withStandIn)).when(own, approving, '12:00', {
      roster: staffOf(own),
      policy: either,
    });
    expect(JSON.stringify(done.happenings)).not.toContain('standsInFor');
  });
});

describe('somebody who is away', () => {
  it('is asked nothing, and can still decide', () => {
    const sight = { policy, ...withStandIn };
    const [event] = given()
      .when(sam, { verb: 'submit', form: form() }, '09:00', withStandIn)
      .happenings.map(({ event: one }) => one);
    if (event === undefined) throw new Error('refused');
    const after = given(asked({}, undefined, withStandIn)).visit;
    const cards = messagesFor(event, after, sight).filter(({ kind }) => kind === 'card');
    expect(cards[0]).toMatchObject({ to: { people: [bevan.id] } });
    given(asked({}, undefined, withStandIn))
      .when(away, approving, '12:00', withStandIn)
      .happens({ type: 'approved' });
  });

  it('where nobody else may: it is said before it is sent and after, and it waits', () => {
    const sight = { policy, ...allAway };
    const visit = knownOf([...asked({}, undefined, allAway)([])]);
    expect(policySays(visit, sight)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Mrs Okafor (away) decides'),
        expect.stringContaining('Everybody who may decide is away'),
      ]),
    );
    const [first] = asked({}, undefined, allAway)([]);
    if (first === undefined) throw new Error('refused');
    const told = messagesFor(first.event, visit, sight);
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'notice',
        to: { people: [sam.id, jo.id], roles: policy.approval.whenAllAway },
        text: expect.stringContaining('waits for Mrs Okafor, who is away'),
      }),
    );
    expect(visit.status).toBe('awaiting approval');
  });
});

describe('where everybody who decides goes or asked', () => {
  const headGoes = { visitors: [okafor.id, jo.id] };

  it('nobody else may, until the school has named somebody', () => {
    const [said] = given()
      .when(sam, { verb: 'submit', form: form(headGoes) }, '09:00')
      .isRefused('approval/somebody-may');
    expect(said?.next).toContain('name a substitute');
  });

  it('whoever the school has named decides, and it says so', () => {
    const story = given(asked(headGoes, undefined, { policy: withSubstitute }));
    const named = story.when(dunn, approving, '12:00', { policy: withSubstitute });
    named.happens({ type: 'approved', substituteFor: 'headteacher' });
    story
      .when(okafor, approving, '12:00', { policy: withSubstitute })
      .isRefused('approval/not-own-visit');
  });

  it('and nobody the school has named decides where somebody else can', () => {
    given(asked({}, undefined, { policy: withSubstitute }))
      .when(dunn, approving, '12:00', { policy: withSubstitute })
      .isRefused('access/not-yours');
    const subject = { requestedBy: sam.id, visitors: [sam.id, jo.id] };
    expect(eligibleApprovers(subject, roster, withSubstitute)).toEqual([okafor]);
  });

  it('whoever the school has named signs the list, too', () => {
    const listed: Policy = {
      ...withSubstitute,
      approval: { ...withSubstitute.approval, listRoles: ['headteacher'] },
    };
    const subject = { requestedBy: sam.id, visitors: [okafor.id, jo.id] };
    expect(eligibleListSigners(subject, roster, listed)).toEqual([dunn]);
  });

  it('and an approver who becomes a visitor afterwards voids what they approved', () => {
    const story = given(
      asked({}, undefined, { policy: withSubstitute }),
      does(okafor, approving, '10:00', { policy: withSubstitute }),
    );
    const { visit } = story.when(sam, { verb: 'edit', form: form(headGoes) }, '11:00', {
      policy: withSubstitute,
    });
    expect(visit).toMatchObject({
      status: 'awaiting approval',
      substitute: true,
      decidedBy: undefined,
    });
  });
});

describe('a yes on the phone', () => {
  const logged = does(pat, { verb: 'log-approval', from: okafor.id }, '10:00');

  it('is put on record by the office, and is no approval', () => {
    const { visit } = given(asked(), logged);
    expect(visit).toMatchObject({
      status: 'awaiting approval',
      phoneYes: { from: okafor.id, by: pat.id },
    });
    const leaving = given(asked(), logged).when(sam, { verb: 'depart', who: [sam.id] }, '13:55');
    expect(leaving.decision.kind).toBe('refused');
  });

  it('is asked of whoever said it, and the others hear that they do not go yet', () => {
    const done = given(asked()).when(pat, { verb: 'log-approval', from: okafor.id }, '10:00');
    expect(done.tells()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'card', to: { people: [okafor.id] } }),
        expect.objectContaining({
          to: { people: [sam.id, jo.id] },
          text: expect.stringContaining('Not approved until Mrs Okafor confirms it'),
        }),
      ]),
    );
    expect(given(asked(), logged).when(okafor, approving, '10:05').visit.status).toBe('approved');
  });

  it('is nothing that whoever asked can say, and nobody’s who may not decide', () => {
    given(asked())
      .when(sam, { verb: 'log-approval', from: okafor.id }, '10:00')
      .isRefused('access/not-your-part');
    given(asked())
      .when(pat, { verb: 'log-approval', from: bevan.id }, '10:00')
      .isRefused('approval/phone-decider');
  });

  it('is forgotten once the visit is another', () => {
    const edited = does(sam, { verb: 'edit', form: form({ address: 'Elsewhere' }) }, '10:30');
    expect(given(asked(), logged, edited).visit).toMatchObject({ phoneYes: undefined });
  });
});
