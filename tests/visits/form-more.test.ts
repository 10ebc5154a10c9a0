/** The fields that only some visits have, as they are typed and as they are read. */
import { describe, expect, it } from '@jest/globals';
import { restrictedEventShape } from '../../src/register/restricted-event-shape.ts';
import { visitEventShape } from '../../src/register/visit-event-shape.ts';
import { formInputsOf, readForm } from '../../src/visits/form.ts';
import type { VisitForm } from '../../src/visits/proposal.ts';
import { at, jo, okafor, sam } from '../builders/cast.ts';
import { form, quietHome } from '../builders/visits.ts';
import { afterwards, formUnder, policies, staff } from '../policy/six-packs.ts';

const given = { policy: policies.B, roster: staff };
const whole: VisitForm = form(
  {
    aloneReason: 'A short drop-off',
    visitorRoles: 'Sam talks, Jo takes notes',
    eveningReason: 'They <work> late & "cannot" come',
    refusedLeave: '23 to 27 November',
    companions: 'Mr Ali, interpreter, 01632 960009',
    documents: 'The attendance letter',
    driver: jo.id,
    backup: okafor.id,
    carriesPupil: true,
    contactAttempts: [
      { at: at('08:50'), by: 'phone', to: '01632 960001' },
      { at: at('08:55'), by: 'text', to: '' },
    ],
  },
  {
    ...quietHome,
    answers: {},
    flags: ['complex', 'worriedAboutSafety'],
    hazards: {
      violence: { level: 'high', controls: 'Meet elsewhere' },
      walking: { level: 'none', controls: '' },
    },
  },
);
const read = (changes: Record<string, unknown>) =>
  readForm({ ...formInputsOf(whole), ...changes }, given);
const refused = (changes: Record<string, unknown>) => {
  const said = read(changes);
  return said.kind === 'read' ? [] : said.refusals.map(({ field, rule }) => `${field} ${rule}`);
};

describe('the fields that only some visits have', () => {
  it('say the same when they are filled in again from what was read', () => {
    expect(read({})).toEqual({ kind: 'read', form: whole });
  });

  it('are not there where nothing is typed', () => {
    const plain = readForm(formInputsOf(form()), { ...given, policy: policies.default });
    expect(plain).toEqual({ kind: 'read', form: form() });
  });

  it('take attempts at contact as lines or as a list [B-08 B-09 R-08]', () => {
    const lines = ['2026-11-24 08:50 phone 01632 960001', '2026-11-24 08:55 Text'];
    expect(read({ contactAttempts: lines })).toEqual({ kind: 'read', form: whole });
    expect(read({ contactAttempts: `${lines.join('\n')}\n\n` })).toEqual({
      kind: 'read',
      form: whole,
    });
  });

  it.each([
    ['contactAttempts', 'rang twice', 'contactAttempts form/attempt-clear'],
    ['contactAttempts', '2026-11-24 25:00 phone 1', 'contactAttempts form/attempt-clear'],
    ['contactAttempts', '2026-11-24 08:50 pigeon 1', 'contactAttempts form/attempt-clear'],
    ['driver', 'nobody', 'driver input/unknown-person'],
    ['backup', 'nobody', 'backup input/unknown-person'],
    ['carriesPupil', 'perhaps', 'carriesPupil input/not-a-choice'],
    ['worriedAboutSafety', 'a bit', 'worriedAboutSafety input/not-a-choice'],
    ['complex', 'maybe', 'complex input/not-a-choice'],
    ['hazard-violence', 'severe', 'hazard-violence input/not-a-choice'],
    ['eveningReason', 'x'.repeat(2001), 'eveningReason input/too-long'],
    ['hazard-walkingControls', 'x'.repeat(2001), 'hazard-walkingControls input/too-long'],
  ])('refuse %s “%.12s” beside its field', (field, value, expected) => {
    expect(refused({ [field]: value })).toEqual([expected]);
  });

  it('come back from the lists as they went in, and what is known of the home not in the open one', () => {
    const asked = formUnder('B', {
      ...whole.proposal,
      visitors: [sam.id, jo.id],
      risk: whole.risk,
    });
    const [happening] = afterwards('B', [], { by: sam.id, ask: { verb: 'submit', form: asked } });
    const again: unknown = JSON.parse(JSON.stringify(happening));
    const { event, restricted } = Object(again);
    expect(visitEventShape.parse(event)).toEqual(happening?.event);
    expect(restrictedEventShape.parse(restricted)).toEqual(happening?.restricted);
    expect(JSON.stringify(event)).not.toMatch(/complex|worried|Meet elsewhere/u);
  });
});
