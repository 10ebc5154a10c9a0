/** The school's table of hazards, whole: what is worse for this visit, and what more is done about it. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { HazardRow } from '../../../policy/policy-parts.ts';
import { hazardLevels } from '../../../risk-assessment/assessment.ts';
import { hazardField } from '../../../visits/form-hazards.ts';
import { formWords } from '../../../words/en-GB/form.ts';
import { useLayout } from '../../layout.ts';
import { type Draft, LongField, RadioField } from './ask-field.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const words = formWords.hazards;
const choices = hazardLevels.map((level) => [level, words.levels[level]] as const);

type Props = { readonly draft: Draft; readonly rows: readonly HazardRow[] };

export const Hazards = ({ draft, rows }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  return rows.map(({ id, hazard, people, severity, likelihood, level, controls }) => {
    const field = hazardField(id);
    // Each starts where the school's table has it.
    const here = draft.inputs[field] ?? level;
    const worse = order(here) > order(level);
    const besides = `${field}Controls`;
    return (
      <div key={id} className={styles.row}>
        <Text weight="semibold">{hazard}</Text>
        <Text className={layout.quiet}>
          {words.row(people, severity, likelihood, words.levels[level])}
        </Text>
        <Text className={layout.quiet}>{words.controls(controls)}</Text>
        <RadioField
          draft={{ ...draft, inputs: { ...draft.inputs, [field]: here } }}
          name={field}
          label={words.here}
          choices={choices}
        />
        {(worse || (draft.inputs[besides] ?? '') !== '') && (
          <LongField draft={draft} name={besides} label={words.besides} />
        )}
      </div>
    );
  });
};

const order = (level: string): number => hazardLevels.findIndex((one) => one === level);
