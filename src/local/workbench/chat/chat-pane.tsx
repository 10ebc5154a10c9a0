import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons';
import { useCallback, useMemo, useRef, useState } from 'react';
import { messages, type Place, type Press, press, write } from '../control.ts';
import type { Message } from '../shapes.ts';
import { tabLinkOf } from '../tab/deep-link.ts';
import { useLive } from '../use-live.ts';
import { words } from '../words.ts';
import { channelTitle, personOf, useWorkbench } from '../workbench.ts';
import { Composer } from './composer.tsx';
import { linesOf, suggestionsOf } from './conversation.ts';
import { EmptyChat, LoadingChat } from './empty-chat.tsx';
import { MessageRow } from './message-row.tsx';
import { useStickToEnd } from './stick-to-end.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    position: 'relative',
  },
  log: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    paddingInline: tokens.spacingHorizontalM,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, paddingBlockEnd: tokens.spacingVerticalS },
  newest: {
    position: 'absolute',
    insetInlineStart: '50%',
    insetBlockEnd: '72px',
    transform: 'translateX(-50%)',
    boxShadow: tokens.shadow8,
    zIndex: 1,
  },
  thinking: { justifyContent: 'flex-start', padding: `0 ${tokens.spacingHorizontalM}` },
  notice: { margin: `0 ${tokens.spacingHorizontalM}` },
});

/** One conversation, read every second; a person's own can be written in. */
export const ChatPane = ({ place }: { readonly place: Place }) => {
  const styles = useStyles();
  const { people, addresses, openTab } = useWorkbench();
  const who = personOf(people, place.person);
  const talk = useConversation(place);
  const box = useRef<HTMLDivElement>(null);
  const { unseen, goToEnd } = useStickToEnd(box, talk.shown?.at(-1)?.id);
  const onPress = useCallback((what: Press) => press(place, what), [place]);
  const onOpen = useCallback(
    (link: string) => {
      const inTab = tabLinkOf(link, addresses.product);
      if (inTab) openTab(place.person, inTab);
      else window.open(link, '_blank', 'noopener');
    },
    [addresses, openTab, place],
  );
  const name = place.kind === 'chat' ? who.name : channelTitle(place.name);
  return (
    <div className={styles.pane}>
      <div
        ref={box}
        className={styles.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        role="log"
        aria-label={logName(place, name)}
      >
        <ol className={styles.list}>
          {talk.shown === undefined && !talk.failure && <LoadingChat />}
          {talk.shown?.length === 0 && <EmptyChat place={place} name={name} />}
          {linesOf(talk.shown ?? []).map((line) => (
            <MessageRow
              key={line.message.id}
              line={line}
              speaker={line.message.from === 'person' ? who.name : words.chat.bot}
              onPress={onPress}
              onOpen={onOpen}
              onAnswered={talk.readAgain}
            />
          ))}
        </ol>
      </div>
      {unseen && (
        <Button
          className={styles.newest}
          size="small"
          shape="circular"
          icon={<ArrowDownRegular />}
          onClick={goToEnd}
        >
          {words.chat.newest}
        </Button>
      )}
      {talk.busy && (
        <Spinner className={styles.thinking} size="extra-tiny" label={words.chat.thinking} />
      )}
      {(talk.notSent || talk.failure) && (
        <MessageBar className={styles.notice} intent="error">
          <MessageBarBody>{talk.notSent ? words.chat.failed : words.chat.unread}</MessageBarBody>
        </MessageBar>
      )}
      {place.kind === 'chat' && (
        <Composer
          name={who.name}
          offers={talk.shown?.length === 0 ? words.chat.starters : suggestionsOf(talk.shown ?? [])}
          busy={talk.busy}
          onSend={async (text) => {
            goToEnd();
            return talk.send(text);
          }}
        />
      )}
    </div>
  );
};

const logName = (place: Place, name: string) =>
  place.kind === 'chat' ? words.chat.log(name) : words.chat.channelLog(name);

/** Reads and writes one conversation; what was just written is seen before the bot has answered. */
const useConversation = (place: Place) => {
  const read = useCallback(() => messages(place), [place]);
  const { value, failure, readAgain } = useLive(read, 1000);
  const [sent, setSent] = useState<{ readonly text: string; readonly after: number }>();
  const [notSent, setNotSent] = useState(false);
  const send = async (text: string): Promise<boolean> => {
    setSent({ text, after: value?.length ?? 0 });
    setNotSent(false);
    const gone = await write(place.person, text).then(
      () => true,
      () => false,
    );
    setSent(undefined);
    setNotSent(!gone);
    readAgain();
    return gone;
  };
  const shown = useMemo(() => withSent(value, sent), [value, sent]);
  return { shown, failure, readAgain, send, busy: sent !== undefined, notSent };
};

const withSent = (
  known: readonly Message[] | undefined,
  sent: { readonly text: string; readonly after: number } | undefined,
): readonly Message[] | undefined => {
  if (!sent || (known && known.length > sent.after)) return known;
  const at = known?.at(-1)?.updatedAt ?? known?.at(-1)?.at ?? new Date().toISOString();
  return [...(known ?? []), { id: 'on-its-way', from: 'person', text: sent.text, at }];
};
