/** One setting, in the control that suits it. */
import { Dropdown, Field, Input, Option, Select } from '@fluentui/react-components';
import { roles } from '../../../vocabulary.ts';
import { type Field as Named, nameOf } from './fields.ts';
import { Ladder } from './ladder.tsx';
import { roleWords, words } from './words.ts';

type Props = {
  readonly field: Named;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const chosenIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

const Roles = ({ field, value, onChange }: Props) => {
  const chosen = chosenIn(value);
  return (
    <Field label={field.label}>
      <Dropdown
        multiselect
        selectedOptions={[...chosen]}
        value={chosen.map((role) => roleWords[role] ?? role).join(', ')}
        onOptionSelect={(_, { selectedOptions }) => onChange(selectedOptions)}
      >
        {roles
          .filter((role) => role !== 'pupil')
          .map((role) => (
            <Option key={role} value={role} text={roleWords[role] ?? role}>
              {roleWords[role]}
            </Option>
          ))}
      </Dropdown>
    </Field>
  );
};

const Choice = ({ field, value, onChange }: Props) => (
  <Field label={field.label}>
    <Select value={String(value ?? '')} onChange={(_, { value: to }) => onChange(to)}>
      {Object.entries(words.choices[nameOf(field)] ?? {}).map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </Select>
  </Field>
);

/** What is no number is left as it was typed: the check says what is wrong with it. */
const numberIn = (text: string): unknown => (/^\d+$/u.test(text) ? Number(text) : text);

const inputTypes = {
  number: 'number',
  time: 'time',
  text: 'text',
  choice: 'text',
  roles: 'text',
  ladder: 'text',
} as const;

const Line = ({ field, value, onChange }: Props) => (
  <Field label={field.label}>
    <Input
      type={inputTypes[field.kind]}
      value={String(value ?? '')}
      onChange={(_, { value: to }) => onChange(field.kind === 'number' ? numberIn(to) : to)}
    />
  </Field>
);

export const Setting = (props: Props) => {
  switch (props.field.kind) {
    case 'roles':
      return <Roles {...props} />;
    case 'ladder':
      return <Ladder value={props.value} onChange={props.onChange} />;
    case 'choice':
      return <Choice {...props} />;
    default:
      return <Line {...props} />;
  }
};
