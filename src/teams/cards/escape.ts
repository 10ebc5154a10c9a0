/**
 * TextBlock and FactSet draw Markdown. What people wrote is shown exactly as they wrote it: a backslash
 * before each mark that could begin something. No other characters are put in, so it also copies as written.
 */
const marks = /[\\`*_[\]<>~|&]/g;
/** `{{DATE(…)}}` and `${…}` would be worked out. */
const braces = /([{$])(?=\{)|(?<=[{$])\{/g;
/** Some clients make a link of every address they see. */
const addresses = /\b(https?|ftp|mailto|tel|sip|msteams)(?=:)|\b(www)(?=\.)/gi;
/** Only at the start of a line do these begin a list or a heading, or underline one. */
const starts = /^(\s*)([-=#]|\+(?=\s|$))/gm;
const numbered = /^(\s*\d+)(?=[.)](\s|$))/gm;

export const escapeMarkdown = (text: string): string =>
  text
    .replace(marks, '\\$&')
    .replace(braces, '\\$&')
    .replace(addresses, '$&\\')
    .replace(starts, '$1\\$2')
    .replace(numbered, '$1\\');
