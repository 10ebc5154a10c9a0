import MarkdownIt from 'markdown-it';

/** What Teams understands in a card: bold, italic, links, lists, new lines. No HTML, headings, pictures or code. */
const subset = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'emphasis',
  'link',
  'list',
  'newline',
  'escape',
  'entity',
]);

export const toHtml = (text: string): string => subset.render(text.replace(/\r\n?/g, '\n'));
