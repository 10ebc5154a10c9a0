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
import type { Inputs } from '../client.ts';
import { useSession } from '../client-context.ts';
import { useLayout } from '../layout.ts';
import { RefusalList } from '../parts/refusal-list.tsx';
import { words } from '../words.ts';
import { ActFieldControl } from './act-field.tsx';
import { consequenceOf, fieldsFor, labelOf } from './fields.ts';
import type { Act, Started } from './use-act.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalS },
});

/** Fields the person left alone are sent as they stood. */
const startOf = (open: Started, me: Started['visit']['requestedBy']['id']): Inputs =>
  Object.fromEntries(
    fieldsFor(open.verb, { visit: open.visit, me }).map(({ name, start }) => [name, start]),
  );

const Form = ({ act, open }: { readonly act: Act; readonly open: Started }) => {
  const styles = useStyles();
  const layout = useLayout();
  const { me } = useSession();
  const fields = fieldsFor(open.verb, { visit: open.visit, me: me.person.id });
  const [inputs, setInputs] = useState<Inputs>(() => startOf(open, me.person.id));
  const names = new Set(fields.map(({ name }) => name));
  const general = act.refusals.filter(({ field }) => field === undefined || !names.has(field));
  const consequence = consequenceOf(open.verb);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.send(inputs);
      }}
    >
      <DialogBody>
        <DialogTitle>
          {fields.length > 0
            ? labelOf(open.verb, open.visit)
            : words.press.sure(labelOf(open.verb, open.visit))}
        </DialogTitle>
        <DialogContent className={styles.content}>
          {consequence && <Text>{consequence}</Text>}
          {(general.length > 0 || act.happened) && (
            <RefusalList
              refusals={general.length > 0 ? general : act.refusals}
              late={act.late}
              onHappened={act.happened}
            />
          )}
          {act.said && (
            <MessageBar intent={act.said.intent} layout="multiline">
              <MessageBarBody>{act.said.text}</MessageBarBody>
            </MessageBar>
          )}
          {fields.map((field) => (
            <ActFieldControl
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
            appearance="primary"
            type="submit"
            className={layout.touch}
            disabledFocusable={act.sending}
          >
            {fields.length > 0 ? words.press.send : labelOf(open.verb, open.visit)}
          </Button>
          <Button className={layout.touch} onClick={act.close}>
            {words.press.cancel}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
};

/** The small form a verb opens; live pages go on beneath it and move nothing in it. */
export const ActDialog = ({ act }: { readonly act: Act }) => {
  const { open } = act;
  // Stays when closed: taken away while open, it would leave the page marked as hidden behind it.
  return (
    <Dialog
      open={open !== undefined}
      surfaceMotion={null}
      onOpenChange={(_, { open: stays }) => !stays && act.close()}
    >
      <DialogSurface>
        {open && <Form key={`${open.visit.reference} ${open.verb}`} act={act} open={open} />}
      </DialogSurface>
    </Dialog>
  );
};

export const ActSaid = ({ act }: { readonly act: Act }) =>
  act.said && act.open === undefined ? (
    <MessageBar intent={act.said.intent} layout="multiline" politeness="polite">
      <MessageBarBody>{act.said.text}</MessageBarBody>
    </MessageBar>
  ) : null;
