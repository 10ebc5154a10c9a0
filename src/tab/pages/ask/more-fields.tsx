/** The fields that only some visits have: they stand there as soon as something chosen needs them. */
import type { ReactElement } from 'react';
import { type FormField, fieldsFor, isInSight } from '../../../visits/form-fields.ts';
import type { Choice } from '../../acts/fields.ts';
import type { AskForm } from '../../client.ts';
import { words } from '../../words.ts';
import { type Draft, LongField, SelectField, TextField, TickField } from './ask-field.tsx';
import { AttemptRows } from './attempt-rows.tsx';
import { goingIn } from './draft.ts';

type Props = {
  readonly draft: Draft;
  readonly form: AskForm;
  readonly group: FormField['group'];
};

/** Whoever drives goes along, and whoever waits does not. */
const peopleFor = (name: string, { draft, form }: Props): readonly Choice[] => {
  const going = goingIn(draft.inputs);
  return form.colleagues
    .filter(({ id }) => going.includes(id) === (name === 'driver'))
    .map((one) => [one.id, one.name]);
};

const drawn = (field: FormField, props: Props): ReactElement => {
  const { name, ask, kind, hint } = field;
  const common = { draft: props.draft, name, label: ask, ...(hint === undefined ? {} : { hint }) };
  switch (kind) {
    case 'text':
      return <TextField {...common} />;
    case 'date':
      return <TextField {...common} type="date" />;
    case 'long':
      return <LongField {...common} />;
    case 'tick':
      return <TickField {...common} />;
    case 'person':
      return <SelectField {...common} choices={peopleFor(name, props)} none={words.ask.nobody} />;
    case 'attempts':
      return <AttemptRows {...common} />;
    default:
      return kind satisfies never;
  }
};

export const MoreFields = (props: Props) => {
  const { draft, form, group } = props;
  const values = { ...draft.inputs, visitors: goingIn(draft.inputs).join(',') };
  return fieldsFor(form.rules, values)
    .filter((field) => field.group === group && isInSight(field, values, draft.refusals))
    .map((field) => <div key={field.name}>{drawn(field, props)}</div>);
};
