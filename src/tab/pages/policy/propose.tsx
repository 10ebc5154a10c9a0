/** A new version: the fields people change most, every other setting as text, what differs, and the proposal. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Subtitle2,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenPolicy } from '../../../journeys/policy-seen.ts';
import { schoolDay } from '../../../vocabulary.ts';
import type { PolicyChecked } from '../../client.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { RefusalList } from '../../parts/refusal-list.tsx';
import { Changes } from './changes.tsx';
import { inText, type Settings, settingsIn, valueAt, withValue } from './draft.ts';
import { nameOf, partsOf } from './fields.ts';
import { Setting } from './setting.tsx';
import type { PolicyAct } from './use-policy.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 16rem), 1fr))',
    alignItems: 'end',
  },
  whole: { gridColumn: '1 / -1' },
  text: { fontFamily: tokens.fontFamilyMonospace },
});

type Props = { readonly seen: SeenPolicy; readonly act: PolicyAct; readonly onDone: () => void };

/** The controls and the text are two looks at one draft; a text that is no JSON waits until it is. */
const useDraft = (seen: SeenPolicy) => {
  const [draft, setDraft] = useState<Settings>(seen.settings ?? {});
  const [text, setText] = useState(() => inText(seen.settings ?? {}));
  const whole = seen.whole ?? {};
  return {
    text,
    isClear: settingsIn(text) !== undefined,
    valueAt: (place: readonly string[]) => valueAt(draft, whole, place),
    set: (place: readonly string[], value: unknown) => {
      const next = withValue(draft, whole, place, value) as Settings;
      setDraft(next);
      setText(inText(next));
    },
    write: (to: string) => {
      setText(to);
      const read = settingsIn(to);
      if (read !== undefined) setDraft(read);
    },
  };
};

type Draft = ReturnType<typeof useDraft>;

const Fields = ({ seen, draft }: { readonly seen: SeenPolicy; readonly draft: Draft }) => {
  const styles = useStyles();
  const layout = useLayout();
  return partsOf(seen).map(({ title, fields }) => (
    <fieldset key={title} className={layout.group}>
      <legend className={layout.legend}>
        <Text weight="semibold">{title}</Text>
      </legend>
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={nameOf(field)} className={field.kind === 'ladder' ? styles.whole : undefined}>
            <Setting
              field={field}
              value={draft.valueAt(field.place)}
              onChange={(value) => draft.set(field.place, value)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  ));
};

const Looked = ({ checked }: { readonly checked: PolicyChecked | undefined }) => {
  if (checked === undefined) return null;
  const { changes, refusals } = checked;
  return (
    <>
      {refusals.length > 0 && <RefusalList refusals={refusals} />}
      <Text weight="semibold" role="status">
        {changes.length === 0 ? words.propose.nothing : words.propose.differs(changes.length)}
      </Text>
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
};

export const Propose = ({ seen, act, onDone }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const { client } = useSession();
  const today = schoolDay(useNow());
  const draft = useDraft(seen);
  const [version, setVersion] = useState('');
  const [from, setFrom] = useState(today);
  const [checked, setChecked] = useState<PolicyChecked>();
  const inputs = { version, from, settings: draft.text };
  const look = async () => {
    const reply = await client.checkPolicy(inputs);
    if (reply.kind === 'ok') setChecked(reply.data);
  };
  const send = async () => {
    await look();
    if (await act.send('propose-policy', inputs)) onDone();
  };
  return (
    <section className={layout.card} aria-label={words.propose.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.propose.title}
      </Subtitle2>
      <Text>{words.propose.about}</Text>
      <div className={styles.fields}>
        <Field label={words.propose.version} hint={words.propose.versionHint} required>
          <Input value={version} onChange={(_, { value }) => setVersion(value)} />
        </Field>
        <Field label={words.propose.from} hint={words.propose.fromHint} required>
          <Input type="date" min={today} value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
      </div>
      <Fields seen={seen} draft={draft} />
      <Field
        label={words.propose.all}
        hint={words.propose.allHint}
        {...(!draft.isClear && { validationMessage: words.propose.notJson })}
      >
        <Textarea
          className={styles.text}
          rows={14}
          resize="vertical"
          spellCheck={false}
          value={draft.text}
          onChange={(_, { value }) => draft.write(value)}
        />
      </Field>
      <Looked checked={checked} />
      {act.said?.intent === 'warning' && (
        <MessageBar intent="warning">
          <MessageBarBody>{act.said.text}</MessageBarBody>
        </MessageBar>
      )}
      <div className={layout.row}>
        <Button className={layout.touch} onClick={() => void look()}>
          {words.propose.look}
        </Button>
        <Button
          appearance="primary"
          className={layout.touch}
          disabledFocusable={act.sending}
          onClick={() => void send()}
        >
          {words.propose.send}
        </Button>
        <Button appearance="subtle" className={layout.touch} onClick={onDone}>
          {words.propose.cancel}
        </Button>
      </div>
    </section>
  );
};
