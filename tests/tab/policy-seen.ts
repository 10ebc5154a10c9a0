/** A school's policy as the page has it, with one version waiting to be signed. */
import type { SeenPolicy } from '../../src/journeys/policy-seen.ts';
import { readPack } from '../../src/pack.ts';
import { placeOfClause } from '../../src/policy/citation.ts';
import { policyInWords } from '../../src/policy/in-words.ts';
import { ownSettings, wholeSettings } from '../../src/policy/settings.ts';

export const seenUnder = (pack: string, more: Partial<SeenPolicy> = {}): SeenPolicy => {
  const policy = readPack(pack);
  return {
    title: policy.title,
    version: policy.version,
    groups: policyInWords(policy),
    law: policy.legal,
    linked: policy.linkedPolicies,
    contacts: policy.contacts.map((one) => ({ ...one, place: placeOfClause(one.clause) })),
    website: 'https://school.example/policy',
    review: {
      due: '2025-01',
      state: 'lapsed',
      says: 'It was to be looked at again by January 2025. Visits go on.',
    },
    versions: [
      {
        version: '2027-01',
        state: 'to be signed',
        from: '2027-01-04',
        proposedBy: 'Mrs Okafor',
        proposedOn: 'Mon 23 Nov',
        signatures: [
          { role: 'the headteacher', name: 'Mrs Okafor', day: 'Mon 23 Nov', nobody: false },
          { role: 'the chair of governors', nobody: true },
        ],
        changes: [{ label: 'Wait for a parent, minutes', from: '10', to: '25' }],
        maySign: true,
        mayWithdraw: false,
      },
    ],
    read: false,
    mayPropose: true,
    mayMonitor: false,
    settings: ownSettings(policy),
    whole: wholeSettings(policy),
    readers: { read: [{ name: 'Jo Ashby', day: 'Mon 23 Nov' }], notYet: ['Sam Pike'] },
    ...more,
  };
};
