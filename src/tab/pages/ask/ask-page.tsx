/** One page to ask for a visit, or to change what was asked. */
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { isFilled } from '../../../visits/form-fields.ts';
import type { Refusal } from '../../../vocabulary.ts';
import type { AskForm, Family, Inputs } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout, wide } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Reminders } from '../../parts/briefing.tsx';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { RefusalList } from '../../parts/refusal-list.tsx';
import { words } from '../../words.ts';
import { GeneralRead, HomeKnown } from '../homes/before-asking.tsx';
import { useBeforeAsking } from '../homes/use-before-asking.ts';
import { placeOf } from './ask-field.tsx';
import { emptyDraft, inputsOf, isKept, keepDraft, startDraft, withFamily } from './draft.ts';
import { Goes, Risk, When, Who, Why } from './groups.tsx';
import { PolicySide } from './policy-side.tsx';
import { useCheck } from './use-check.ts';
import { useSend } from './use-send.ts';

const useStyles = makeStyles({
  panes: {
    display: 'grid',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 48rem) minmax(16rem, 24rem)' },
  },
});

/** Asked for a moment after the last letter. */
const useFamilies = (typed: string): readonly Family[] => {
  const { client } = useSession();
  const [families, setFamilies] = useState<readonly Family[]>([]);
  useEffect(() => {
    if (typed.trim().length < 2) {
      setFamilies([]);
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      void client.form(typed).then((reply) => {
        if (current && reply.kind === 'ok') setFamilies(reply.data.families);
      });
    }, 250);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, typed]);
  return families;
};

type FormProps = {
  readonly form: AskForm;
  readonly editing: string | undefined;
  readonly start: Inputs | undefined;
};

/** What stood in the way when it was sent stays until something is changed; then what is left of it. */
const stillAgainst = (
  sent: readonly Refusal[],
  checked: readonly Refusal[] | undefined,
  changed: boolean,
): readonly Refusal[] => (sent.length === 0 || !changed || checked === undefined ? sent : checked);

/** Nobody is told of what they have not come to yet: until it was sent, only of what is filled in. */
const ofFilledIn = (checked: readonly Refusal[] | undefined, inputs: Inputs): readonly Refusal[] =>
  (checked ?? []).filter(({ field = '' }) => isFilled(inputs[placeOf(field)]));

const Form = ({ form, editing, start }: FormProps) => {
  const styles = useLayout();
  const own = useStyles();
  const now = useNow();
  const { me } = useSession();
  const [inputs, setInputs] = useState(() => startDraft(now, me.person.id, start));
  const [touched, setTouched] = useState(() => editing === undefined && isKept(me.person.id));
  const [sent, setSent] = useState(inputs);
  const send = useSend(editing);
  const { pupil = '' } = inputs;
  const families = useFamilies(pupil);
  const change = useCallback(
    (next: Inputs) => {
      setInputs(next);
      setTouched(true);
      if (editing === undefined) keepDraft(me.person.id, next);
    },
    [editing, me.person.id],
  );
  const checked = useCheck(inputs, editing, touched);
  const against = stillAgainst(send.refusals, checked?.refusals, inputs !== sent);
  const before = useBeforeAsking(inputs['address'] ?? '');
  const draft = {
    inputs,
    refusals: send.refusals.length > 0 ? against : ofFilledIn(checked?.refusals, inputs),
    set: (name: string, value: string) => change({ ...inputs, [name]: value }),
  };
  return (
    <div className={own.panes}>
      <form
        className={styles.page}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(inputs);
          send.send(inputsOf(inputs));
        }}
      >
        {send.said && (
          <MessageBar intent={send.said.intent} layout="multiline">
            <MessageBarBody>{send.said.text}</MessageBarBody>
          </MessageBar>
        )}
        {send.refusals.length > 0 && (
          <RefusalList refusals={send.refusals} onHappened={send.happened} />
        )}
        <Who
          draft={draft}
          form={form}
          families={families}
          onUse={(family) => change(withFamily(inputs, family))}
        />
        <HomeKnown draft={draft} before={before} />
        <Why draft={draft} form={form} />
        <When draft={draft} form={form} />
        <Goes draft={draft} form={form} />
        <Risk draft={draft} form={form} />
        <GeneralRead draft={draft} before={before} />
        <div className={styles.row}>
          <Button
            type="submit"
            appearance="primary"
            size="large"
            className={styles.touch}
            disabledFocusable={send.sending}
          >
            {editing === undefined ? words.ask.send : words.ask.sendEdit}
          </Button>
          {editing === undefined && (
            <Button
              size="large"
              className={styles.touch}
              onClick={() => {
                change(emptyDraft(now, me.person.id));
                send.clear();
                setTouched(false);
                keepDraft(me.person.id, undefined);
              }}
            >
              {words.ask.clear}
            </Button>
          )}
        </div>
      </form>
      <PolicySide form={form} checked={checked} />
    </div>
  );
};

/** An edit begins from what was sent; who may not edit is told so. */
const EditForm = ({ form, editing }: { readonly form: AskForm; readonly editing: string }) => {
  const { client } = useSession();
  const live = useLive(useCallback(() => client.visit(editing), [client, editing]));
  if (live.gone) return <Empty said={words.visit.gone} />;
  if (live.data === undefined)
    return live.failure ? <FailureBar failure={live.failure} again={live.reload} /> : <Waiting />;
  const start = live.data.visit.form;
  return start === undefined ? (
    <Empty said={words.visit.gone} />
  ) : (
    <Form form={form} editing={editing} start={start} />
  );
};

export const AskPage = ({ editing }: { readonly editing: string | undefined }) => {
  const { client } = useSession();
  const styles = useLayout();
  const live = useLive(useCallback(() => client.form('', editing), [client, editing]));
  return (
    <div className={styles.page}>
      <Subtitle1 as="h1" className={styles.heading}>
        {editing === undefined ? words.ask.title : words.ask.editTitle(editing)}
      </Subtitle1>
      <FailureBar failure={live.failure} again={live.reload} />
      {(live.data?.briefing ?? []).length > 0 && (
        <Reminders moment="asking" open lines={live.data?.briefing ?? []} />
      )}
      {live.gone && <Empty said={words.visit.gone} />}
      {live.data === undefined && !live.failure && !live.gone && <Waiting rows={5} />}
      {live.data && editing === undefined && (
        <Form form={live.data} editing={undefined} start={undefined} />
      )}
      {live.data && editing !== undefined && <EditForm form={live.data} editing={editing} />}
    </div>
  );
};
