/** The small form that something done to a home or an assessment opens. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Refusal } from '../../../vocabulary.ts';
import { saidBeside } from '../../acts/act-field.tsx';
import type { Inputs } from '../../client.ts';
import { useLayout } from '../../layout.ts';
import { RefusalList } from '../../parts/refusal-list.tsx';
import { words } from '../../words.ts';
import type { FormField, HomesAct, Started } from './use-homes-act.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalS },
});

type ControlProps = {
  readonly field: FormField;
  readonly value: string;
  readonly refusal: Refusal | undefined;
  readonly onChange: (value: string) => void;
};

const Inner = ({ field, value, onChange }: Omit<ControlProps, 'refusal'>) => {
  const { touch } = useLayout();
  switch (field.kind) {
    case 'choice':
      return (
        <Select className={touch} value={value} onChange={(_, data) => onChange(data.value)}>
          {(field.choices ?? []).map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      );
    case 'text':
    case 'long':
      return (
        <Textarea
          rows={field.kind === 'long' ? 10 : 3}
          resize="vertical"
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      );
    case 'day':
      return (
        <Input
          type="date"
          className={touch}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      );
    default:
      return field.kind satisfies never;
  }
};

const Control = ({ refusal, ...given }: ControlProps) => (
  <Field
    label={given.field.label}
    validationMessage={refusal === undefined ? null : (saidBeside(refusal) ?? null)}
    validationState={refusal === undefined ? 'none' : 'error'}
  >
    <Inner {...given} />
  </Field>
);

const Form = ({ act, open }: { readonly act: HomesAct; readonly open: Started }) => {
  const styles = useStyles();
  const { touch } = useLayout();
  const [inputs, setInputs] = useState<Inputs>(open.start);
  const names = open.fields.map(({ name }) => name);
  const general = act.refusals.filter(({ field = '' }) => !names.includes(field));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act.send(inputs);
      }}
    >
      <DialogBody>
        <DialogTitle>{open.title}</DialogTitle>
        <DialogContent className={styles.content}>
          {open.note !== undefined && <Text>{open.note}</Text>}
          {general.length > 0 && <RefusalList refusals={general} />}
          {act.said && (
            <MessageBar intent={act.said.intent} layout="multiline">
              <MessageBarBody>{act.said.text}</MessageBarBody>
            </MessageBar>
          )}
          {open.fields.map((field) => (
            <Control
              key={field.name}
              field={field}
              value={inputs[field.name] ?? ''}
              refusal={act.refusals.find((refusal) => refusal.field === field.name)}
              onChange={(value) => setInputs((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </DialogContent>
        <DialogActions>
          <Button
            type="submit"
            appearance="primary"
            className={touch}
            disabledFocusable={act.sending}
          >
            {words.press.send}
          </Button>
          <Button className={touch} onClick={act.close}>
            {words.press.cancel}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};

export const HomesDialog = ({ act }: { readonly act: HomesAct }) => (
  <Dialog
    open={act.open !== undefined}
    surfaceMotion={null}
    onOpenChange={(_, { open }) => !open && act.close()}
  >
    <DialogSurface>
      {act.open && <Form key={`${act.open.verb} ${act.open.title}`} act={act} open={act.open} />}
    </DialogSurface>
  </Dialog>
);

export const HomesSaid = ({ act }: { readonly act: HomesAct }) =>
  act.said && act.open === undefined ? (
    <MessageBar intent={act.said.intent} layout="multiline" politeness="polite">
      <MessageBarBody>{act.said.text}</MessageBarBody>
    </MessageBar>
  ) : null;
