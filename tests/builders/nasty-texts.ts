/** What people type, paste and try: each is to be kept and shown exactly as it is, or refused politely. */

/** To be kept and shown as they are, wherever words may stand. */
export const nastyTexts: readonly string[] = [
  'Siân O’Neill & "Tad-cu" Llŷr ap Gŵyn',
  `It's "quoted" and 'quoted'`,
  '<b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &nbsp; &#x41;',
  '**bold** _slanted_ ~~gone~~ `code` [click](https://evil.example) ![x](y)',
  '# Heading\n- one\n- two\n1. first\n> said',
  '| a | b |\n| - | - |',
  'C:\\homes\\*new* \\*',
  '=HYPERLINK("https://evil.example","Click")',
  '+44 7700 900101',
  '-2+3',
  '@SUM(A1:A9)',
  '\u200btab\tand more',
  '{{x}} {{DATE(2026-11-22T10:00:00Z, SHORT)}} {{{y}}}',
  '${x} ${$root.pupil} #{x} %x% {0} {name} {who}',
  '👩🏽‍🏫 👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ☕️',
  'zero\u200bwidth\u200cin\u200dside\u2060 \ufeffmark',
  'left \u202eright to left\u202c again, مرحبا, שלום',
  'e\u0301 is é', // two signs for one letter
  'first line\nsecond line',
  'null undefined NaN true [object Object] __proto__ constructor',
  `'; DROP TABLE visits; --`,
  '../../etc/passwd %2e%2e%2f %00',
  '\u2028 line and \u2029 paragraph',
];

/** As it comes back: one letter of two signs is one, and lines end one way. */
export const asKept = (text: string): string =>
  text.normalize('NFC').replace(/\r\n?/gu, '\n').trim();

/** What no list can hold, and is refused by name. */
export const unkeepableTexts: readonly string[] = [
  'nul\u0000byte',
  'half \ud83d of a face',
  'the other \ude00 half',
  'bell\u0007 and escape\u001b[31m',
  'vertical\u000btab',
  'not a letter \uffff',
];
