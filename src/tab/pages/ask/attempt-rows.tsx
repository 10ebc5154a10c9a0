/** Each attempt at contact in a row: day, time, how, number. */
import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { contactChannels } from '../../../visits/proposal.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import { useLayout } from '../../layout.ts';
import { words } from '../../words.ts';
import { type Common, refusalsAt } from './ask-field.tsx';
import { type AttemptRow, emptyRow, linesOf, rowsOf } from './attempts.ts';

const said = words.ask.attempts;

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  row: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 8rem), 1fr))',
    alignItems: 'end',
  },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
});

type RowProps = {
  readonly row: AttemptRow;
  readonly number: number;
  readonly change: (row: AttemptRow) => void;
  readonly remove: () => void;
};

const Row = ({ row, number, change, remove }: RowProps) => {
  const { touch } = useLayout();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label={said.day(number)}>
        <Input
          className={touch}
          type="date"
          value={row.day}
          onChange={(_, { value }) => change({ ...row, day: value })}
        />
      </Field>
      <Field label={said.time(number)}>
        <Input
          className={touch}
          type="time"
          value={row.time}
          onChange={(_, { value }) => change({ ...row, time: value })}
        />
      </Field>
      <Field label={said.how(number)}>
        <Select
          className={touch}
          value={row.by}
          onChange={(_, { value }) => change({ ...row, by: value })}
        >
          <option value="">{words.ask.choose}</option>
          {contactChannels.map((one) => (
            <option key={one} value={one}>
              {said.channels[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={said.to(number)}>
        <Input
          className={touch}
          value={row.to}
          onChange={(_, { value }) => change({ ...row, to: value })}
        />
      </Field>
      <Button className={touch} onClick={remove} aria-label={said.remove(number)}>
        {said.removeShort}
      </Button>
    </div>
  );
};

/** The rows stand here, the form holds them as lines: a row half filled in is not lost on the way. */
export const AttemptRows = ({ draft, name, label }: Common) => {
  const styles = useStyles();
  const layout = useLayout();
  const [rows, setRows] = useState(() => rowsOf(draft.inputs[name] ?? ''));
  const shown = rows.length === 0 ? [emptyRow] : rows;
  const put = (next: readonly AttemptRow[]) => {
    setRows(next);
    draft.set(name, linesOf(next));
  };
  const refusals = refusalsAt(draft, name);
  return (
    <fieldset className={layout.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.rows}>
        {shown.map((row, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, and nothing else tells two empty ones apart.
            key={index}
            row={row}
            number={index + 1}
            change={(next) => put(shown.map((one, at) => (at === index ? next : one)))}
            remove={() => put(shown.filter((_, at) => at !== index))}
          />
        ))}
        {refusals.map((refusal) => (
          <Field
            key={refusal.because}
            validationMessage={saidBeside(refusal) ?? null}
            validationState="error"
          />
        ))}
        <div>
          <Button className={layout.touch} onClick={() => put([...shown, emptyRow])}>
            {said.add}
          </Button>
        </div>
        <Text size={200} className={layout.quiet}>
          {said.note}
        </Text>
      </div>
    </fieldset>
  );
};
