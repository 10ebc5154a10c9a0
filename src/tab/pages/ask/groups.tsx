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
import { Hazards } from './hazards.tsx';
import { MoreFields } from './more-fields.tsx';

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

export const Who = ({ draft, form, families, onUse }: Props & KnownProps) => (
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
    <MoreFields draft={draft} form={form} group="who" />
  </Group>
);

const classChoices = (form: AskForm): readonly Choice[] =>
  form.classes.map(({ id, label }) => [id, label]);

/** What the chosen kind of visit goes without, what it needs, and where that stands. */
const classHint = ({ draft, form }: Props): string => {
  const chosen = form.classes.find(({ id }) => id === (draft.inputs['class'] ?? ''));
  if (chosen === undefined) return '';
  return chosen.clause === '' ? chosen.says : `${chosen.says} (${chosen.clause})`;
};

export const Why = ({ draft, form }: Props) => (
  <Group title={words.ask.groups.why}>
    <Pair>
      <SelectField
        draft={draft}
        name="purpose"
        label={labels.purpose}
        choices={form.purposes.map(({ id, label }) => [id, label])}
        hint={form.purposes.find(({ id }) => id === draft.inputs['purpose'])?.hint ?? ''}
      />
      {form.classes.length > 1 && (
        <SelectField
          draft={draft}
          name="class"
          label={labels.class}
          choices={classChoices(form)}
          hint={classHint({ draft, form })}
        />
      )}
    </Pair>
    <LongField draft={draft} name="purposeNote" label={labels.purposeNote} />
    <TickField draft={draft} name="sensitive" label={labels.sensitive} />
    <LongField draft={draft} name="whyNotInSchool" label={labels.whyNotInSchool} />
    <MoreFields draft={draft} form={form} group="why" />
  </Group>
);

export const When = ({ draft, form }: Props) => (
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
    <TextField
      draft={draft}
      name="appointmentNote"
      label={draft.inputs['appointment'] === 'none' ? labels.noAppointment : labels.appointmentNote}
    />
    <MoreFields draft={draft} form={form} group="when" />
  </Group>
);

export const Goes = ({ draft, form }: Props) => {
  const people = form.colleagues.flatMap(({ id, name, against }): Choice[] =>
    against === undefined ? [[id, name]] : [],
  );
  const off = form.colleagues.flatMap(({ id, name, against }): Choice[] =>
    against === undefined ? [] : [[id, `${name}: ${against}`]],
  );
  const { lead } = draft.inputs;
  const others = people.filter(([id]) => id !== lead);
  return (
    <Group title={words.ask.groups.goes}>
      <Pair>
        <SelectField draft={draft} name="lead" label={labels.lead} choices={people} off={off} />
        <SelectField
          draft={draft}
          name="second"
          label={labels.second}
          choices={others}
          off={off}
          none={words.ask.nobody}
        />
      </Pair>
      <TextField
        draft={draft}
        name="transport"
        label={labels.transport}
        offered={form.cars ?? []}
      />
      <MoreFields draft={draft} form={form} group="going" />
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
      <Hazards draft={draft} rows={form.hazards ?? []} />
      <RadioField
        draft={draft}
        name="level"
        label={labels.level}
        choices={Object.entries(words.ask.levels)}
      />
      <MoreFields draft={draft} form={form} group="risk" />
      <Text>{words.ask.health}</Text>
    </Group>
  );
};
