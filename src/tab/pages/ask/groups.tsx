/** The five groups of the form: who, why, when, who goes, risk. */
import {
  Button,
  makeStyles,
  mergeClasses,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { askedForNow } from '../../../visits/more-fields.ts';
import { formWords } from '../../../words/en-GB/form.ts';
import { type Choice, yesOrNo } from '../../acts/fields.ts';
import type { AskForm, Family } from '../../client.ts';
import { useLayout } from '../../layout.ts';
import { words } from '../../words.ts';
import {
  type Draft,
  LongField,
  RadioField,
  SelectField,
  TextField,
  TickField,
} from './ask-field.tsx';

const labels = words.ask.fields;

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    alignItems: 'start',
  },
  question: { display: 'grid', gap: tokens.spacingVerticalXS },
});

type GroupProps = { readonly title: string; readonly children: ReactNode };

const Group = ({ title, children }: GroupProps) => {
  const styles = useLayout();
  return (
    <section className={styles.card} aria-label={title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
};

const Pair = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().pair}>{children}</div>
);

type KnownProps = {
  readonly families: readonly Family[];
  readonly onUse: (family: Family) => void;
};

/** Families the school knows, by what has been typed so far. */
const Known = ({ families, onUse }: KnownProps) => {
  const styles = useLayout();
  if (families.length === 0) return null;
  return (
    <fieldset className={mergeClasses(styles.row, styles.group)} aria-label={words.ask.known}>
      {families.slice(0, 4).map((family) => (
        <Button
          key={`${family.pupil} ${family.address}`}
          className={styles.touch}
          onClick={() => onUse(family)}
        >
          {words.ask.use(family.pupil, family.address)}
        </Button>
      ))}
    </fieldset>
  );
};

type Props = { readonly draft: Draft; readonly form: AskForm };

/** What only this visit needs, once a rule has asked for it. */
const More = ({ draft }: Pick<Props, 'draft'>) =>
  askedForNow(draft.refusals, draft.inputs).map((name) => (
    <LongField key={name} draft={draft} name={name} label={formWords.more[name]} />
  ));

export const Who = ({ draft, families, onUse }: Pick<Props, 'draft'> & KnownProps) => (
  <Group title={words.ask.groups.who}>
    <Pair>
      <TextField draft={draft} name="pupil" label={labels.pupil} />
      <TextField draft={draft} name="yearGroup" label={labels.yearGroup} />
    </Pair>
    <Known families={families} onUse={onUse} />
    <Pair>
      <TextField draft={draft} name="parent" label={labels.parent} />
      <TextField draft={draft} name="parentPhone" label={labels.parentPhone} type="tel" />
    </Pair>
    <LongField draft={draft} name="address" label={labels.address} />
    {draft.refusals.some(({ rule }) => rule === 'homes/same-as') && (
      <TickField draft={draft} name="anotherHome" label={labels.anotherHome} />
    )}
    <Pair>
      <TextField draft={draft} name="people" label={labels.people} />
      <TextField draft={draft} name="language" label={labels.language} />
    </Pair>
  </Group>
);

const classChoices = (form: AskForm): readonly Choice[] =>
  form.visitClasses.map((id) => [id, words.classes[id]]);

export const Why = ({ draft, form }: Props) => (
  <Group title={words.ask.groups.why}>
    <Pair>
      <SelectField
        draft={draft}
        name="purpose"
        label={labels.purpose}
        choices={form.purposes.map(({ id, label }) => [id, label])}
      />
      {form.visitClasses.length > 1 && (
        <SelectField draft={draft} name="class" label={labels.class} choices={classChoices(form)} />
      )}
    </Pair>
    <LongField draft={draft} name="purposeNote" label={labels.purposeNote} />
    <TickField draft={draft} name="sensitive" label={labels.sensitive} />
    <LongField draft={draft} name="whyNotInSchool" label={labels.whyNotInSchool} />
  </Group>
);

export const When = ({ draft }: Pick<Props, 'draft'>) => (
  <Group title={words.ask.groups.when}>
    <Pair>
      <TextField draft={draft} name="date" label={labels.date} type="date" />
      <TextField draft={draft} name="startTime" label={labels.startTime} type="time" />
      <TextField draft={draft} name="dueBackTime" label={labels.dueBackTime} type="time" />
    </Pair>
    <RadioField
      draft={draft}
      name="appointment"
      label={labels.appointment}
      choices={Object.entries(words.ask.appointments)}
    />
    <TextField draft={draft} name="appointmentNote" label={labels.appointmentNote} />
  </Group>
);

export const Goes = ({ draft, form }: Props) => {
  const people: readonly Choice[] = form.colleagues.map(({ id, name }) => [id, name]);
  const { lead } = draft.inputs;
  const others = people.filter(([id]) => id !== lead);
  return (
    <Group title={words.ask.groups.goes}>
      <Pair>
        <SelectField draft={draft} name="lead" label={labels.lead} choices={people} />
        <SelectField
          draft={draft}
          name="second"
          label={labels.second}
          choices={others}
          none={words.ask.nobody}
        />
      </Pair>
      <Pair>
        <TextField draft={draft} name="transport" label={labels.transport} />
        <TextField draft={draft} name="staffing" label={labels.staffing} />
      </Pair>
      <More draft={draft} />
    </Group>
  );
};

export const Risk = ({ draft, form }: Props) => {
  const styles = useStyles();
  return (
    <Group title={words.ask.groups.risk}>
      {form.questions.map(({ id, ask, problem, then: outcome }) => (
        <div key={id} className={styles.question}>
          <RadioField draft={draft} name={id} label={ask} choices={yesOrNo} />
          {draft.inputs[id] === problem && outcome === 'action' && (
            <LongField draft={draft} name={`${id}Action`} label={labels.action} />
          )}
        </div>
      ))}
      <RadioField
        draft={draft}
        name="level"
        label={labels.level}
        choices={Object.entries(words.ask.levels)}
      />
      <Text>{words.ask.health}</Text>
    </Group>
  );
};
