/** One field of the form, with what stands in its way beside it. */
import {
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type ReactElement, useId } from 'react';
import type { Refusal } from '../../../vocabulary.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import type { Choice } from '../../acts/fields.ts';
import type { Inputs } from '../../client.ts';
import { useLayout } from '../../layout.ts';
import { words } from '../../words.ts';

/** The longest choice of a list does not make the page wider than a phone. */
const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, textOverflow: 'ellipsis' },
});

export type Draft = {
  readonly inputs: Inputs;
  /** What stands beside its field now. */
  readonly refusals: readonly Refusal[];
  readonly set: (name: string, value: string) => void;
};

export type Common = {
  readonly draft: Draft;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
};

/** Which input a refusal is about, where the form has other ones than the API. */
const standsAt: Readonly<Record<string, string>> = {
  visitors: 'second',
  dueBack: 'dueBackTime',
  start: 'startTime',
};

export const placeOf = (field: string): string => standsAt[field] ?? field;

export const refusalsAt = (draft: Draft, name: string): readonly Refusal[] =>
  draft.refusals.filter(({ field = '' }) => placeOf(field) === name);

type Beside = Common & { readonly children: ReactElement };

const Beside = ({ draft, name, label, hint, children }: Beside) => {
  const refusals = refusalsAt(draft, name);
  const said = refusals.map(saidBeside).join(' ');
  return (
    <Field
      className={useStyles().field}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      validationMessage={said === '' ? null : said}
      validationState={said === '' ? 'none' : 'error'}
    >
      {children}
    </Field>
  );
};

type TextProps = Common & {
  readonly type?: 'text' | 'tel' | 'date' | 'time';
  /** What is usually meant, to choose from; anything else can be typed. */
  readonly offered?: readonly string[];
};

export const TextField = ({ type = 'text', offered = [], ...common }: TextProps) => {
  const list = useId();
  return (
    <>
      <Beside {...common}>
        <Input
          className={useLayout().touch}
          type={type}
          {...(offered.length > 0 && { list })}
          value={common.draft.inputs[common.name] ?? ''}
          onChange={(_, { value }) => common.draft.set(common.name, value)}
        />
      </Beside>
      {offered.length > 0 && (
        <datalist id={list}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
};

export const LongField = (common: Common) => (
  <Beside {...common}>
    <Textarea
      rows={2}
      resize="vertical"
      value={common.draft.inputs[common.name] ?? ''}
      onChange={(_, { value }) => common.draft.set(common.name, value)}
    />
  </Beside>
);

type ChoiceProps = Common & {
  readonly choices: readonly Choice[];
  readonly none?: string;
  /** What stands there and cannot be chosen, each with its reason. */
  readonly off?: readonly Choice[];
};

export const SelectField = ({ choices, none, off = [], ...common }: ChoiceProps) => (
  <Beside {...common}>
    <Select
      className={useLayout().touch}
      select={{ className: useStyles().select }}
      value={common.draft.inputs[common.name] ?? ''}
      onChange={(_, { value }) => common.draft.set(common.name, value)}
    >
      <option value="">{none ?? words.ask.choose}</option>
      {choices.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
      {off.map(([id, label]) => (
        <option key={id} value={id} disabled>
          {label}
        </option>
      ))}
    </Select>
  </Beside>
);

export const RadioField = ({ choices, ...common }: ChoiceProps) => (
  <Beside {...common}>
    <RadioGroup
      layout="horizontal"
      value={common.draft.inputs[common.name] ?? ''}
      onChange={(_, { value }) => common.draft.set(common.name, value)}
    >
      {choices.map(([id, label]) => (
        <Radio key={id} value={id} label={label} />
      ))}
    </RadioGroup>
  </Beside>
);

export const TickField = (common: Common) => {
  const { draft, name, label, hint } = common;
  const said = refusalsAt(draft, name).map(saidBeside).join(' ');
  return (
    <Field
      {...(hint === undefined ? {} : { hint })}
      validationMessage={said === '' ? null : said}
      validationState={said === '' ? 'none' : 'error'}
    >
      <Checkbox
        className={useLayout().touch}
        label={label}
        checked={draft.inputs[name] === 'yes'}
        onChange={(_, { checked }) => draft.set(name, checked === true ? 'yes' : 'no')}
      />
    </Field>
  );
};
