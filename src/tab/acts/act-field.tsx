import {
  Button,
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components';
import type { Refusal } from '../../vocabulary.ts';
import { useLayout } from '../layout.ts';
import { words } from '../words.ts';
import type { ActField } from './fields.ts';

type Props<Kind extends ActField['kind']> = {
  readonly field: Extract<ActField, { kind: Kind }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const split = (value: string): readonly string[] => value.split(',').filter((id) => id !== '');

/** Why this field stands in the way, in one breath: the reason, the clause, what to do. */
export const saidBeside = (refusal: Refusal | undefined): string | undefined =>
  refusal && `${refusal.because} ${refusal.next} (${refusal.clause})`;

type WhoProps = Props<'who'> & { readonly refusal: Refusal | undefined };

/** A group of its own: a field's label would become that of each box in it. */
const Who = ({ field, value, onChange, refusal }: WhoProps) => {
  const styles = useLayout();
  const chosen = split(value);
  const toggle = (id: string, on: boolean) =>
    onChange([...chosen.filter((one) => one !== id), ...(on ? [id] : [])].join(','));
  const all = field.people.map(({ id }) => id);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{field.label}</legend>
      {field.people.map(({ id, name }) => (
        <div key={id} className={styles.row}>
          <Checkbox
            className={styles.touch}
            label={name}
            checked={chosen.includes(id)}
            onChange={(_, { checked }) => toggle(id, checked === true)}
          />
        </div>
      ))}
      {all.length > 1 && (
        <Button className={styles.touch} onClick={() => onChange(all.join(','))}>
          {field.all ?? (all.length === 2 ? words.inputs.both : words.inputs.everyone)}
        </Button>
      )}
      {refusal && <Field validationMessage={saidBeside(refusal) ?? null} validationState="error" />}
    </fieldset>
  );
};

const Choices = ({ field, value, onChange }: Props<'choice'>) => (
  <RadioGroup
    layout={field.choices.length === 2 ? 'horizontal' : 'vertical'}
    value={value}
    onChange={(_, data) => onChange(data.value)}
  >
    {field.choices.map(([id, label]) => (
      <Radio key={id} value={id} label={label} />
    ))}
  </RadioGroup>
);

const control = (
  field: Exclude<ActField, { kind: 'who' }>,
  value: string,
  onChange: (value: string) => void,
) => {
  switch (field.kind) {
    case 'choice':
      return <Choices field={field} value={value} onChange={onChange} />;
    case 'time':
      return <Input type="time" value={value} onChange={(_, data) => onChange(data.value)} />;
    case 'text':
      return <Textarea rows={2} value={value} onChange={(_, data) => onChange(data.value)} />;
    default:
      return field satisfies never;
  }
};

type FieldProps = {
  readonly field: ActField;
  readonly value: string;
  readonly refusal: Refusal | undefined;
  readonly onChange: (value: string) => void;
};

export const ActFieldControl = ({ field, value, refusal, onChange }: FieldProps) =>
  field.kind === 'who' ? (
    <Who field={field} value={value} refusal={refusal} onChange={onChange} />
  ) : (
    <Field
      label={field.label}
      validationMessage={saidBeside(refusal) ?? null}
      validationState={refusal === undefined ? 'none' : 'error'}
    >
      {control(field, value, onChange)}
    </Field>
  );
