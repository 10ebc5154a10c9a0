/** The dialog a change is made in; the page goes on beneath it and moves nothing in it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Inputs } from '../../client.ts';
import { useLayout } from '../../layout.ts';
import { RefusalList } from '../../parts/refusal-list.tsx';
import type { Form, FormField } from './form.ts';
import { FormFieldControl } from './form-field.tsx';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  content: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
  },
  across: { gridColumnStart: 1, gridColumnEnd: -1 },
  cell: { minWidth: 0 },
});

const short = ({ kind }: FormField): boolean => kind !== 'training' && kind !== 'radio';

const Said = ({ change }: { readonly change: Change }) =>
  change.said ? (
    <MessageBar intent={change.said.intent} layout="multiline" politeness="polite">
      <MessageBarBody>{change.said.text}</MessageBarBody>
    </MessageBar>
  ) : null;

const Refused = ({ change, form }: { readonly change: Change; readonly form: Form }) => {
  const { touch } = useLayout();
  const names = new Set(form.fields.map(({ name }) => name));
  // What stands beside a field is said there.
  const general = change.refusals.filter(({ field }) => field === undefined || !names.has(field));
  return (
    <>
      {general.length > 0 && <RefusalList refusals={general} />}
      {change.again && (
        <div>
          <Button className={touch} onClick={change.again}>
            {words.again}
          </Button>
        </div>
      )}
    </>
  );
};

const Body = ({ change, form }: { readonly change: Change; readonly form: Form }) => {
  const styles = useStyles();
  const { touch } = useLayout();
  const [inputs, setInputs] = useState<Inputs>(form.start);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.send(inputs);
      }}
    >
      <DialogBody>
        <DialogTitle>{form.title}</DialogTitle>
        <DialogContent className={styles.content}>
          {form.says && <Text className={styles.across}>{form.says}</Text>}
          {(change.refusals.length > 0 || change.said) && (
            <div className={styles.across}>
              <Said change={change} />
              <Refused change={change} form={form} />
            </div>
          )}
          {form.fields.map((field) => (
            <div key={field.name} className={short(field) ? styles.cell : styles.across}>
              <FormFieldControl
                field={field}
                value={inputs[field.name] ?? ''}
                refusal={change.refusals.find((refusal) => refusal.field === field.name)}
                onChange={(value) => setInputs((before) => ({ ...before, [field.name]: value }))}
              />
            </div>
          ))}
        </DialogContent>
        <DialogActions>
          <Button
            appearance="primary"
            type="submit"
            className={touch}
            disabledFocusable={change.sending}
          >
            {form.send}
          </Button>
          <Button className={touch} onClick={change.close}>
            {words.cancel}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};

export const FormDialog = ({ change }: { readonly change: Change }) => {
  const { open } = change;
  // Stays when closed: taken away while open, it would leave the page marked as hidden behind it.
  return (
    <Dialog
      open={open !== undefined}
      surfaceMotion={null}
      onOpenChange={(_, { open: stays }) => !stays && change.close()}
    >
      <DialogSurface>
        {open && <Body key={open.turn} change={change} form={open.form} />}
      </DialogSurface>
    </Dialog>
  );
};

/** What the last change came to, on the page itself. */
export const ChangeSaid = ({ change }: { readonly change: Change }) =>
  change.open === undefined ? <Said change={change} /> : null;
