/** One field of a register's form, with what stands in its way beside it. */
import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { Refusal } from '../../../vocabulary.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import { useLayout } from '../../layout.ts';
import type { FormField } from './form.ts';
import { TrainingField } from './training-field.tsx';

type Props = {
  readonly field: FormField;
  readonly value: string;
  readonly refusal: Refusal | undefined;
  readonly onChange: (value: string) => void;
};

type ControlProps = Omit<Props, 'refusal' | 'field'> & {
  readonly field: Exclude<FormField, { kind: 'training' }>;
};

const Control = ({ field, value, onChange }: ControlProps) => {
  const { touch } = useLayout();
  switch (field.kind) {
    case 'select':
      return (
        <Select
          value={value}
          select={{ className: touch }}
          onChange={(_, data) => onChange(data.value)}
        >
          <option value="">{field.none}</option>
          {field.choices.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      );
    case 'radio':
      return (
        <RadioGroup value={value} layout="horizontal" onChange={(_, data) => onChange(data.value)}>
          {field.choices.map(([id, label]) => (
            <Radio key={id} value={id} label={label} />
          ))}
        </RadioGroup>
      );
    case 'text':
    case 'tel':
    case 'date':
    case 'time':
      return (
        <Input
          value={value}
          className={touch}
          type={field.kind}
          onChange={(_, data) => onChange(data.value)}
        />
      );
    default:
      return field satisfies never;
  }
};

export const FormFieldControl = ({ field, value, refusal, onChange }: Props) =>
  field.kind === 'training' ? (
    <TrainingField field={field} value={value} refusal={refusal} onChange={onChange} />
  ) : (
    <Field
      label={field.label}
      hint={field.hint ?? null}
      validationMessage={saidBeside(refusal) ?? null}
      validationState={refusal === undefined ? 'none' : 'error'}
    >
      <Control field={field} value={value} onChange={onChange} />
    </Field>
  );
