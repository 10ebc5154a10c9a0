/** @jest-environment jsdom */
/** What people typed stands in the tab exactly as they typed it: as text, and never as anything else. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { asKept, nastyTexts } from '../builders/nasty-texts.ts';
import { renderTab } from './render-tab.tsx';
import { visit } from './school.ts';

jest.setTimeout(90_000);
afterEach(cleanup);

const fields = [
  'pupil',
  'parent',
  'address',
  'purposeNote',
  'people',
  'whyNotInSchool',
  'language',
  'appointment',
] as const;
/** So many texts on one page as it has fields for words. */
const pages = Array.from({ length: Math.ceil(nastyTexts.length / fields.length) }, (_, page) =>
  nastyTexts.slice(page * fields.length, (page + 1) * fields.length),
);

describe('the page of a visit', () => {
  it.each(pages.map((texts) => ({ texts })))('shows as typed: $texts.0 …', async ({ texts }) => {
    const typed = Object.fromEntries(
      texts.map((text, index) => [fields[index] ?? 'people', asKept(text)]),
    );
    renderTab('okafor', '#/today/HV-2026-0042', { visits: [visit(typed)] });
    await screen.findAllByText(/HV-2026-0042/u);
    const shown = document.body.textContent ?? '';
    for (const text of texts) expect(shown).toContain(asKept(text));
    expect(document.querySelector('script, img[src="x"], b')).toBeNull();
    const links = [...document.querySelectorAll('a')].map(({ href }) => href);
    expect(links.join(' ')).not.toContain('evil.example');
  });
});
