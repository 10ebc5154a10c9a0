import { createHash } from 'node:crypto';

/** A token nobody is meant to read or make: its own check at the end keeps it from being guessed together. */
export const sealToken = (parts: readonly string[]): string => {
  const text = parts.join('|');
  return Buffer.from(`${text}|${checkOf(text)}`).toString('base64url');
};

export const openToken = (token: string): readonly string[] | undefined => {
  const text = Buffer.from(token, 'base64url').toString();
  const end = text.lastIndexOf('|');
  if (end < 0 || checkOf(text.slice(0, end)) !== text.slice(end + 1)) return undefined;
  return text.slice(0, end).split('|');
};

const checkOf = (text: string): string =>
  createHash('sha256').update(`page:${text}`).digest('base64url').slice(0, 12);
