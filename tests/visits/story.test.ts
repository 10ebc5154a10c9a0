import { describe, expect, it } from '@jest/globals';
import type { VisitEvent } from '../../src/visits/event.ts';
import { storyOf } from '../../src/visits/story.ts';
import { at, jo, okafor, pat, policy, roster, sam } from '../builders/cast.ts';
import {
  after,
  approving,
  arrived,
  asked,
  bothOut,
  clock,
  does,
  entered,
  proposal,
  type Step,
} from '../builders/visits.ts';
import { everyVisitEvent } from '../register/every-event.ts';

const told = (events: readonly VisitEvent[]) => storyOf(events, { roster, policy });
const story = (...steps: Step[]) => told(after(...steps).map(({ event }) => event));
const sentences = (...steps: Step[]) => story(...steps).map(({ text }) => text);

describe('the story of a visit', () => {
  it('is told in sentences from asking to being back', () => {
    const back = does(sam, { verb: 'return', who: [sam.id, jo.id] }, '15:20');
    const leave = does(sam, { verb: 'leave', who: [sam.id, jo.id], next: '' }, '15:00');
    const lines = sentences(...bothOut, arrived, entered, leave, back);
    expect(lines).toEqual([
      'Sam Pike asked for a visit by Sam Pike and Jo Ashby on Tue 24 Nov, from 14:00 to 15:30.',
      'Mrs Okafor approved.',
      'Mrs Okafor read the details.',
      'Mrs Okafor adopted the risk assessment.',
      'Sam Pike answered the health question.',
      'Sam Pike confirmed having read the risk assessment.',
      'Sam Pike passed the departure check.',
      'Jo Ashby answered the health question.',
      'Jo Ashby confirmed having read the risk assessment.',
      'Jo Ashby passed the departure check.',
      'Sam Pike and Jo Ashby left school, due back 15:30.',
      'Sam Pike and Jo Ashby arrived.',
      'Sam Pike and Jo Ashby went in, invited by a parent or carer.',
      'Sam Pike and Jo Ashby left the home.',
      'Sam Pike and Jo Ashby are back at school.',
    ]);
  });

  it('tells each line with its moment, its tone and the clause behind a decision', () => {
    const [, decision] = story(asked(), does(okafor, approving, '10:00'));
    expect(decision).toMatchObject({ at: at('10:00'), tone: 'good' });
    expect(decision?.clause).toContain('Home Visits');
  });

  it('names who took the call where it came by phone', () => {
    const call = does(pat, { verb: 'arrive', who: [sam.id] }, '14:05', { via: 'phone' });
    expect(sentences(...bothOut, call).at(-1)).toBe('Pat Doyle logged a call: Sam Pike arrived.');
  });

  it('says whom each rung told', () => {
    const lines = story(...bothOut, clock('15:41')).slice(-2);
    expect(lines.map(({ text }) => text)).toEqual([
      'The visitors were asked whether they are all right.',
      'Not everyone is back. Told: the school office.',
    ]);
    expect(lines.map(({ tone }) => tone)).toEqual(['warning', 'alarm']);
  });

  it('names the columns changed by hand, and not what they said', () => {
    const [line] = told([
      {
        ...everyVisitEvent['changed-by-hand'],
        type: 'changed-by-hand',
        editor: 'Ms Hart',
        changes: [{ column: 'Address', from: '14 Ffordd y Môr', to: '1 Secret Lane' }],
        proposal: proposal(),
        voids: true,
      },
    ]);
    expect(line?.text).toBe(
      'Ms Hart changed the list by hand: Address. The approval no longer counts.',
    );
  });

  it('never says the purpose, the address or the pupil', () => {
    const all = told(Object.values(everyVisitEvent)).map(({ text }) => text);
    expect(all.join(' ')).not.toMatch(/Ffordd|O.Neill|Mondays/u);
  });

  it.each(Object.values(everyVisitEvent))('has a whole sentence for $type', (event) => {
    const [line] = told([event]);
    expect(line?.text).toMatch(/^\p{Lu}.*[.”?]$/u);
    expect(line?.text).not.toMatch(/undefined|\[object|\$\{/u);
  });
});
