import { describe, expect, it } from '@jest/globals';
import { type Letter, letterFor } from '../../src/journeys/letter.ts';
import type { SeenVisit } from '../../src/journeys/seen.ts';
import { docxOf } from '../../src/letters/docx.ts';
import { nastyTexts } from '../builders/nasty-texts.ts';
import { unzip } from '../support/unzip.ts';
import { now, visit } from '../tab/school.ts';

const sender = { school: 'Ysgol Bryn School', phone: '01632 960100', now };

const approved = (more: Partial<SeenVisit> = {}): SeenVisit =>
  visit({ status: 'approved', appointmentBy: 'phone', class: 'procedural', ...more });

const letterTo = (more: Partial<SeenVisit> = {}): Letter => {
  const letter = letterFor(approved(more), sender);
  if (letter === undefined) throw new Error('There is no letter.');
  return letter;
};

const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** What Word shows: each text as it stands in the file, each break a new line. */
const shownIn = async (letter: Letter): Promise<string> => {
  const document = unzip(await docxOf(letter)).get('word/document.xml') ?? '';
  const pieces = document.matchAll(/<w:t[ >](?:[^<]*?>)?([^<]*)<\/w:t>|(<w:br\/>)|(<\/w:p>)/gu);
  return [...pieces]
    .map(([, text = '', line]) =>
      text === '' && line !== undefined
        ? '\n'
        : text === ''
          ? '\n\n'
          : text.replace(/&(?:amp|lt|gt|quot|apos);/gu, (sign) => signs[sign] ?? sign),
    )
    .join('');
};

describe('the letter to the parents', () => {
  it('confirms when, where and who comes, and how to change it [HC-2.7b B-02 B-20 R-10 R-11 H-15]', async () => {
    const shown = await shownIn(letterTo());
    const { parent, pupil, address, visitors } = approved();
    for (const said of [
      'Ysgol Bryn School',
      `Dear ${parent},`,
      `A visit to your home about ${pupil}`,
      'confirms what we agreed with you on the phone',
      'When: Monday 23 November 2026, ',
      address,
      ...visitors.map(({ name }) => name),
      'please ring the school office on 01632 960100',
      'Yours sincerely',
    ])
      expect(shown).toContain(said);
  });

  it('says nothing of a risk, of what staff noted, or of why the child is not in school', async () => {
    const shown = await shownIn(
      letterTo({
        purposeNote: 'SECRET note',
        whyNotInSchool: 'SECRET reason',
        people: 'SECRET person',
        details: [{ label: 'SECRET', said: 'SECRET' }],
        risk: { level: 'high', summary: 'SECRET risk' },
      }),
    );
    expect(shown).not.toMatch(/SECRET|risk|safeguard|High/u);
  });

  it('names the purpose only where that may lie open in a home', async () => {
    expect(await shownIn(letterTo({ purpose: 'Worry about attendance' }))).toContain(
      'Why: Worry about attendance',
    );
    for (const kept of [
      { sensitive: true },
      { class: 'welfare-check' },
      { class: 'emergency' },
    ] as const) {
      const shown = await shownIn(letterTo({ purpose: 'Worry about attendance', ...kept }));
      expect(shown).not.toContain('Worry about attendance');
      expect(shown).toContain('how school is going');
    }
  });

  it('is there only for an approved visit with an appointment', () => {
    expect(letterFor(approved(), sender)).toBeDefined();
    expect(letterFor(approved({ status: 'awaiting approval' }), sender)).toBeUndefined();
    expect(letterFor(approved({ status: 'approval void' }), sender)).toBeUndefined();
    const { appointmentBy: _, ...none } = approved();
    expect(letterFor(none, sender)).toBeUndefined();
  });

  it.each(nastyTexts)('shows exactly what was typed: %j', async (typed) => {
    const shown = await shownIn(letterTo({ pupil: typed, parent: typed, address: typed }));
    expect(shown).toContain(`Dear ${typed},`);
    expect(shown).toContain(`Where: ${typed}`);
    expect(shown).toContain(`about ${typed}`);
  });
});
