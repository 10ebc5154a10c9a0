const full = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/** As SharePoint keeps it: UTC, to the second. What names no zone is read as UTC. */
export const dateTimeValue = (
  text: string,
  format: 'dateTime' | 'dateOnly' = 'dateTime',
): string | undefined => {
  const match = full.exec(text);
  if (match === null) return undefined;
  const zoned = match[1] === undefined || match[4] !== undefined ? text : `${text}Z`;
  const at = new Date(zoned);
  if (Number.isNaN(at.getTime()) || !sameDay(text, at, match[4])) return undefined;
  return toSeconds(format === 'dateOnly' ? londonMidnight(at) : at);
};

export const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** `new Date` turns the 30th of February into March; SharePoint refuses it. */
const sameDay = (text: string, at: Date, zone: string | undefined): boolean =>
  (zone !== undefined && zone.toUpperCase() !== 'Z') ||
  at.toISOString().slice(0, 10) === text.slice(0, 10);

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

/** A date-only column keeps the midnight that began the day where the site is: read as UTC, it is a day off all summer. */
const londonMidnight = (at: Date): Date => {
  const parts = london.formatToParts(at).filter(({ type }) => type !== 'literal');
  const [hours = 0, minutes = 0, seconds = 0] = parts.map(({ value }) => Number(value));
  const sinceMidnight = (hours * 60 + minutes) * 60 + seconds;
  return new Date(at.getTime() - sinceMidnight * 1_000 - at.getMilliseconds());
};
