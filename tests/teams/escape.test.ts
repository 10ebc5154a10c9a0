import MarkdownIt from 'markdown-it';
import { escapeMarkdown } from '../../src/teams/cards/escape.ts';

/** More than Teams understands, so that what passes here passes there. */
const drawn = new MarkdownIt({ html: false, breaks: true });
const teams = new MarkdownIt('zero', { breaks: true }).enable([
  'emphasis',
  'link',
  'list',
  'newline',
  'escape',
  'entity',
]);

const plain = (html: string) =>
  html
    .replace(/<br>\n?/g, '\n')
    .replace(/^<p>|<\/p>\n$/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('what people wrote, on a card', () => {
  const written = [
    'Siân O’Neill',
    '[click here](https://evil.example)',
    '![x](http://evil.example/x.png)',
    '**Approved** by _Mrs Okafor_ and __me__',
    '- one\n- two',
    '* one',
    '+ one',
    '1. first\n2. second',
    '12) twelfth',
    '# Heading',
    '<b>bold</b> & <script>alert(1)</script>',
    '<https://evil.example>',
    '{{DATE(2026-11-22T10:00:00Z, SHORT)}} and {{x}} and ${name} and {{{y}}}',
    '=HYPERLINK("https://evil.example","safe")',
    'title\n===',
    'title\n---',
    '`code` ~~gone~~ a|b',
    '&lt;b&gt; &amp;',
    'C:\\homes\\*new*',
    'see www.evil.example or mailto:a@b.example',
    '+44 7700 900101 (mornings), no. 12 - ring first!',
    '14 Ffordd y Môr, Bryn',
  ];

  it.each(written)('is drawn exactly as written: %j', (words) => {
    expect(plain(teams.render(escapeMarkdown(words)))).toBe(words);
  });

  it.each(written)('makes no link, list, heading or emphasis: %j', (words) => {
    expect(drawn.render(escapeMarkdown(words))).not.toMatch(
      /<(ul|ol|li|h\d|strong|em|code|img|hr|s|a)\b/,
    );
  });

  it('leaves nothing that templating would work out', () => {
    expect(escapeMarkdown('{{x}} ${y} {{{z}}}')).not.toMatch(/\{\{|\$\{/);
  });
});
