/** The copy of the policy that a school puts on its website: plain, to be printed, and with nobody's name in it. */
import { wordsFor } from '../words/words.ts';
import { policyInWords } from './in-words.ts';
import type { Policy } from './policy.ts';

/** A whole page of HTML that needs nothing else. Whatever the school wrote in its policy is text in it, never markup. */
export const copyForParents = (policy: Policy): string => {
  const { copy } = wordsFor(policy.language).policyPage;
  const groups = policyInWords(policy).map(({ title, lines }) =>
    section(
      title,
      lines.map(({ say, place }) => (place === '' ? say : `${say} (${place})`)),
    ),
  );
  const contacts = policy.contacts.map(({ name, reach }) =>
    reach === '' ? name : `${name}: ${reach}`,
  );
  return [
    '<!doctype html>',
    `<html lang="${policy.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(policy.title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(copy.heading(policy.title))}</h1>`,
    `<p>${escaped(copy.about('', policy.version))}</p>`,
    ...groups,
    section(
      copy.legal,
      policy.legal.map(({ name }) => name),
    ),
    section(copy.linked, policy.linkedPolicies),
    section(copy.contacts, contacts),
    `<p>${escaped(copy.ask)}</p></body></html>`,
  ].join('\n');
};

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<section><h2>${escaped(title)}</h2><ul>${lines
        .map((line) => `<li>${escaped(line)}</li>`)
        .join('')}</ul></section>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

const style =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}' +
  'h1{line-height:1.2}h2{margin-top:2rem;break-after:avoid}li{margin:.3rem 0;break-inside:avoid}';
