/** The ladder, step by step: how late, who hears; steps can be added and taken away. */
import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components';
import { roles } from '../../../vocabulary.ts';
import { useLayout } from '../../layout.ts';
import { faultsIn, fresh, type Step, stepsIn } from './ladder-steps.ts';
import { roleWords, words } from './words.ts';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'minmax(6rem, 8rem) minmax(0, 1fr) auto',
    alignItems: 'end',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  list: { minWidth: 0, maxWidth: '100%' },
});

const { ladder: say } = words;
const audiences = ['visitors', ...roles.filter((role) => role !== 'pupil')];
const nameOf = (audience: string): string =>
  audience === 'visitors' ? say.visitors : (roleWords[audience] ?? audience);

type StepProps = {
  readonly step: Step;
  readonly number: number;
  readonly fault: string | undefined;
  readonly onChange: (step: Step) => void;
  readonly onRemove: (() => void) | undefined;
};

const OneStep = ({ step, number, fault, onChange, onRemove }: StepProps) => {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <fieldset className={mergeClasses(layout.group, styles.step)} aria-label={say.step(number)}>
      <Field label={say.minutes} {...(fault !== undefined && { validationMessage: fault })}>
        <Input
          type="number"
          min={0}
          value={step.afterMinutes}
          onChange={(_, { value }) => onChange({ ...step, afterMinutes: value })}
        />
      </Field>
      <Field label={say.hears}>
        <Dropdown
          multiselect
          className={styles.list}
          selectedOptions={[...step.to]}
          value={step.to.map(nameOf).join(', ')}
          onOptionSelect={(_, { selectedOptions }) => onChange({ ...step, to: selectedOptions })}
        >
          {audiences.map((audience) => (
            <Option key={audience} value={audience} text={nameOf(audience)}>
              {nameOf(audience)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Button
        className={layout.touch}
        disabled={onRemove === undefined}
        aria-label={say.removeStep(number)}
        onClick={onRemove}
      >
        {say.remove}
      </Button>
    </fieldset>
  );
};

type Props = { readonly value: unknown; readonly onChange: (value: unknown) => void };

export const Ladder = ({ value, onChange }: Props) => {
  const layout = useLayout();
  const steps = stepsIn(value);
  const faults = faultsIn(steps);
  const set = (next: readonly Step[]) =>
    onChange(
      next.map(({ afterMinutes, ...step }) => ({
        ...step,
        // What is no number is left as it was typed: the check says what is wrong with it.
        afterMinutes: /^\d+$/u.test(afterMinutes) ? Number(afterMinutes) : afterMinutes,
      })),
    );
  return (
    <div className={layout.section}>
      <Text className={layout.quiet}>{say.about}</Text>
      {steps.map((step, index) => (
        <OneStep
          key={step.id}
          step={step}
          number={index + 1}
          fault={faults[index]}
          onChange={(changed) => set(steps.map((one, at) => (at === index ? changed : one)))}
          onRemove={steps.length > 1 ? () => set(steps.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <div className={layout.row}>
        <Button className={layout.touch} onClick={() => set([...steps, fresh(steps)])}>
          {say.add}
        </Button>
      </div>
    </div>
  );
};
