/** Training as it is typed and sent: a line for each subject, `subject | done | until`. */
export type TrainingLine = {
  readonly subject: string;
  readonly on: string;
  readonly until: string;
};

export const linesOf = (text: string): readonly TrainingLine[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parts = line.split('|').map((part) => part.trim());
      const [on = '', until = ''] = parts.slice(-2);
      return { subject: parts.slice(0, -2).join('|'), on, until };
    });

/** What was left wholly empty is not there. */
export const textOf = (lines: readonly TrainingLine[]): string =>
  lines
    .filter(({ subject, on, until }) => `${subject}${on}${until}`.trim() !== '')
    .map(({ subject, on, until }) => `${subject.replaceAll('\n', ' ')} | ${on} | ${until}`)
    .join('\n');

const plain = (text: string): string => text.trim().toLocaleLowerCase('en-GB');

/** The school's own subjects first, each with a line to fill in. */
export const linesToFill = (
  lines: readonly TrainingLine[],
  subjects: readonly string[],
): readonly TrainingLine[] => {
  const asked = subjects.map(
    (subject) =>
      lines.find((line) => plain(line.subject) === plain(subject)) ?? {
        subject,
        on: '',
        until: '',
      },
  );
  const others = lines.filter(
    ({ subject }) => !subjects.some((one) => plain(one) === plain(subject)),
  );
  return [...asked, ...others];
};

/** A subject nobody has done yet is not on record. */
export const linesDone = (
  lines: readonly TrainingLine[],
  subjects: readonly string[],
): readonly TrainingLine[] =>
  lines.filter(
    ({ subject, on, until }) =>
      `${on}${until}` !== '' || !subjects.some((one) => plain(one) === plain(subject)),
  );
