/** Training, a row for each subject: those the school's policy asks of everybody come first. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import type { Refusal } from '../../../vocabulary.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import { narrow, useLayout } from '../../layout.ts';
import type { FormField } from './form.ts';
import { linesDone, linesOf, linesToFill, type TrainingLine, textOf } from './training.ts';
import { words } from './words.ts';

const said = words.staff.fields;

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'minmax(0, 1fr) 9.5rem 9.5rem 2rem',
    alignItems: 'end',
    [narrow]: {
      gridTemplateColumns: '1fr 1fr',
      paddingBlockEnd: tokens.spacingVerticalM,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  field: { minWidth: 0 },
  add: { justifySelf: 'start' },
  subject: { minWidth: 0, [narrow]: { gridColumnEnd: 'span 2' } },
  date: { minWidth: 0, width: '100%' },
  drop: { [narrow]: { gridColumnEnd: 'span 2', justifySelf: 'start' } },
});

type Props = {
  readonly field: Extract<FormField, { kind: 'training' }>;
  readonly value: string;
  readonly refusal: Refusal | undefined;
  readonly onChange: (value: string) => void;
};

type RowProps = {
  readonly line: TrainingLine;
  readonly asked: boolean;
  readonly onChange: (line: TrainingLine) => void;
  readonly onDrop: () => void;
};

const dates = [
  ['on', said.on],
  ['until', said.until],
] as const;

const Row = ({ line, asked, onChange, onDrop }: RowProps) => {
  const styles = useStyles();
  const { touch, group } = useLayout();
  return (
    <fieldset className={mergeClasses(group, styles.row)} aria-label={line.subject}>
      <Field label={said.subject} className={styles.subject}>
        <Input
          className={mergeClasses(touch, styles.date)}
          input={{ className: styles.date }}
          value={line.subject}
          readOnly={asked}
          onChange={(_, { value }) => onChange({ ...line, subject: value })}
        />
      </Field>
      {dates.map(([name, label]) => (
        <Field key={name} label={label} className={styles.field}>
          <Input
            className={mergeClasses(touch, styles.date)}
            type="date"
            input={{ className: styles.date }}
            value={line[name]}
            onChange={(_, { value }) => onChange({ ...line, [name]: value })}
          />
        </Field>
      ))}
      {!asked && (
        <Button
          className={mergeClasses(touch, styles.drop)}
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={said.drop(line.subject)}
          onClick={onDrop}
        />
      )}
    </fieldset>
  );
};

export const TrainingField = ({ field, value, refusal, onChange }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const { subjects } = field;
  const [lines, setLines] = useState(() => linesToFill(linesOf(value), subjects));
  const change = (next: readonly TrainingLine[]) => {
    setLines(next);
    onChange(textOf(linesDone(next, subjects)));
  };
  return (
    <fieldset className={layout.group}>
      <legend className={layout.legend}>{field.label}</legend>
      <div className={styles.rows}>
        {lines.map((line, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed.
            key={index}
            line={line}
            asked={index < subjects.length}
            onChange={(next) => change(lines.with(index, next))}
            onDrop={() => change(lines.toSpliced(index, 1))}
          />
        ))}
        <Text size={200} className={layout.quiet}>
          {said.untilHint}
        </Text>
        {refusal && <Field validationMessage={saidBeside(refusal) ?? null} />}
        <Button
          className={mergeClasses(layout.touch, styles.add)}
          icon={<AddRegular />}
          onClick={() => change([...lines, { subject: '', on: '', until: '' }])}
        >
          {said.more}
        </Button>
      </div>
    </fieldset>
  );
};
