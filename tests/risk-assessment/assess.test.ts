import { describe, expect, it } from '@jest/globals';
import { riskLevels } from '../../src/policy/policy.ts';
import { assess, missingActions } from '../../src/risk-assessment/assess.ts';
import type { Answers, RestrictedEvent } from '../../src/risk-assessment/assessment.ts';
import { assessmentAfter } from '../../src/risk-assessment/evolve.ts';
import { riskSummaryText } from '../../src/risk-assessment/summary.ts';
import { commandId } from '../../src/vocabulary.ts';
import { at, jo, policy, sam } from '../builders/cast.ts';
import { highRisk, quietHome } from '../builders/visits.ts';
import { fc } from '../support/properties.ts';

const known = { policy, firstVisit: false };
const answered = (answers: Answers['answers'], more: Partial<Answers> = {}): Answers => ({
  answers: { ...quietHome.answers, ...answers },
  actions: {},
  level: 'low',
  ...more,
});
const answer = fc.constantFrom('yes' as const, 'no' as const);
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  answers: fc.record({ q1: answer, q2: answer, q4: answer, q5: answer, q6: answer }, {}),
  actions: fc.dictionary(fc.constantFrom('q1', 'q2', 'q4', 'q5'), fc.constantFrom('', 'Do it')),
  level: fc.constantFrom(...riskLevels, undefined),
});
const height = (level: (typeof riskLevels)[number]) => riskLevels.indexOf(level);

describe('the level of risk', () => {
  it('is what was judged, where nothing raises it', () => {
    expect(assess(answered({}), known)).toEqual({ level: 'low', risks: 0, withActions: 0 });
    expect(assess(answered({}, { level: 'high' }), known).level).toBe('high');
  });
  it('is never lower than what was judged, nor on a first visit than the school’s floor', () => {
    fc.assert(
      fc.property(anyAnswers, fc.boolean(), (answers, firstVisit) => {
        const { level } = assess(answers, { policy, firstVisit });
        expect(height(level)).toBeGreaterThanOrEqual(height(answers.level ?? 'high'));
        if (firstVisit) expect(height(level)).toBeGreaterThanOrEqual(height('medium'));
      }),
    );
  });
  it('is at least medium where there is any risk', () => {
    for (const id of ['q1', 'q2', 'q4', 'q5'] as const)
      expect(assess(answered({ [id]: 'yes' }), known).level).toBe('medium');
  });
  it('is high where something was not answered, or nobody judged', () => {
    expect(assess({ ...answered({}), answers: { q1: 'no' } }, known).level).toBe('high');
    expect(assess(answered({}, { level: undefined }), known).level).toBe('high');
  });
  it('counts a check that was not made as no risk to act on', () => {
    expect(assess(answered({ q6: 'no' }), known).risks).toBe(0);
    expect(missingActions(answered({ q6: 'no' }), policy)).toEqual([]);
  });
});

describe('an action', () => {
  it('is needed for each risk, and blanks are none', () => {
    const answers = answered({ q1: 'yes', q4: 'yes' }, { actions: { q1: 'Stay out', q4: '  ' } });
    expect(missingActions(answers, policy)).toEqual(['q4']);
    expect(assess(answers, known)).toMatchObject({ risks: 2, withActions: 1 });
  });
});

describe('risk in words', () => {
  it.each([
    [{ level: 'low', risks: 0, withActions: 0 } as const, 'Low: no risks found'],
    [{ level: 'medium', risks: 1, withActions: 1 } as const, 'Medium: 1 risk, with an action'],
    [{ level: 'medium', risks: 1, withActions: 0 } as const, 'Medium: 1 risk, with no action yet'],
    [{ level: 'medium', risks: 2, withActions: 2 } as const, 'Medium: 2 risks, both with actions'],
    [{ level: 'high', risks: 3, withActions: 3 } as const, 'High: 3 risks, all with actions'],
    [{ level: 'high', risks: 3, withActions: 1 } as const, 'High: 3 risks, 1 with an action'],
    [
      { level: 'high', risks: 2, withActions: 0 } as const,
      'High: 2 risks, none with an action yet',
    ],
  ])('is %j', (risk, words) => {
    expect(riskSummaryText(risk, 'en-GB')).toBe(words);
  });
});

describe('the assessment', () => {
  const by = { at: at('09:00'), command: commandId('c') };
  const risk: RestrictedEvent = { ...by, by: sam.id, type: 'risk-answered', answers: highRisk };
  const needs: RestrictedEvent = {
    ...by,
    by: jo.id,
    type: 'health-answered',
    adjustment: 'needed',
    sealedWhat: 'sealed',
  };

  it('is not there before anything was answered', () => {
    expect(assessmentAfter([])).toBeUndefined();
  });
  it('keeps each visitor’s own answer when the risk is answered anew', () => {
    const after = assessmentAfter([risk, needs, { ...risk, answers: quietHome }]);
    expect(after).toMatchObject({ answers: quietHome, adjustments: { jo: 'needed' } });
  });
  it('forgets what was written with an answer that was taken back', () => {
    const { sealedWhat: _gone, ...none } = { ...needs, adjustment: 'none' } as const;
    const after = assessmentAfter([risk, needs, none]);
    expect(after?.adjustments).toEqual({ jo: 'none' });
    expect(after?.sealedWhat).toEqual({});
  });
  it('keeps a visitor’s answer that came first', () => {
    expect(assessmentAfter([needs, risk])?.adjustments).toEqual({ jo: 'needed' });
  });
  it('forgets why, where the visit is no longer sensitive', () => {
    const after = assessmentAfter([{ ...risk, purpose: 'other', purposeNote: 'x' }, risk]);
    expect(after).toMatchObject({ purpose: undefined, purposeNote: undefined });
  });
});
