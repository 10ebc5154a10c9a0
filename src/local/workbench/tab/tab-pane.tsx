import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { tenant } from '../../tenant.ts';
import { tokenFor } from '../control.ts';
import type { TabLink } from '../panes/panes.ts';
import { words } from '../words.ts';
import { personOf, useWorkbench } from '../workbench.ts';
import {
  type Framed,
  isFromTab,
  news,
  type Reaction,
  react,
  reply,
  tabRequest,
} from './host-protocol.ts';

const useStyles = makeStyles({
  pane: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
  },
  frame: {
    flexGrow: 1,
    border: 'none',
    minHeight: 0,
    width: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    colorScheme: 'normal',
  },
  wait: { position: 'absolute', inset: 0, backgroundColor: tokens.colorNeutralBackground2 },
});

type State =
  | { readonly is: 'opening' | 'open' | 'slow' }
  | { readonly is: 'failed'; readonly because: string };

const home: TabLink = { pageId: 'home' };
const patience = 10_000;

/** The tab, framed as Teams frames it: it knows nothing of the workbench but what teams-js tells it. */
export const TabPane = ({
  person,
  link = home,
}: {
  readonly person: string;
  readonly link?: TabLink | undefined;
}) => {
  const styles = useStyles();
  const { people } = useWorkbench();
  const who = personOf(people, person);
  const [turn, setTurn] = useState(0);
  const place = `${person} ${link.pageId} ${link.subPageId ?? ''} ${turn}`;
  return (
    <div className={styles.pane}>
      {/* A new account or a new deep link loads the tab afresh, as Teams does. */}
      <Frame
        key={place}
        name={who.name}
        person={person}
        link={link}
        onReload={() => setTurn(turn + 1)}
      />
    </div>
  );
};

type FrameProps = {
  readonly name: string;
  readonly person: string;
  readonly link: TabLink;
  readonly onReload: () => void;
};

const Frame = ({ name, person, link, onReload }: FrameProps) => {
  const styles = useStyles();
  const { addresses, theme } = useWorkbench();
  const [session] = useState(() => crypto.randomUUID());
  const framed: Framed = {
    person: { id: person, name },
    tenant: tenant.id,
    appId: tenant.tabAppId,
    theme,
    link,
    session,
  };
  const { frame, state } = useTabHost(framed, addresses.product);
  return (
    <>
      {state.is === 'slow' && <Notice intent="warning" text={words.tab.slow} onReload={onReload} />}
      {state.is === 'failed' && (
        <Notice intent="error" text={words.tab.failed(state.because)} onReload={onReload} />
      )}
      <iframe
        ref={frame}
        className={styles.frame}
        title={words.tab.frame(name)}
        src={`${addresses.product}/tab/`}
        allow="clipboard-write"
      />
      {state.is === 'opening' && <Spinner className={styles.wait} label={words.tab.opening} />}
    </>
  );
};

type NoticeProps = {
  readonly intent: 'warning' | 'error';
  readonly text: string;
  readonly onReload: () => void;
};

const Notice = ({ intent, text, onReload }: NoticeProps) => (
  <MessageBar intent={intent} layout="multiline">
    <MessageBarBody>{text}</MessageBarBody>
    <MessageBarActions>
      <Button onClick={onReload}>{words.tab.reload}</Button>
    </MessageBarActions>
  </MessageBar>
);

/** Speaks for Teams to one frame, and to nothing else that may send a message here. */
const useTabHost = (framed: Framed, origin: string) => {
  const { openTab } = useWorkbench();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<State>({ is: 'opening' });
  const listening = useRef(new Set<string>());
  const latest = useRef(framed);
  const post = useCallback(
    (what: object) => frame.current?.contentWindow?.postMessage(what, origin),
    [origin],
  );

  useEffect(() => {
    latest.current = framed;
  });
  useEffect(() => {
    if (listening.current.has('themeChange')) post(news('themeChange', framed.theme));
  }, [framed.theme, post]);

  useEffect(() => {
    const act = async (done: Reaction): Promise<readonly unknown[] | undefined> => {
      const { person } = latest.current;
      switch (done.kind) {
        case 'reply':
          return done.args;
        case 'reply-with-token':
          return tokenFor(person.id, 'tab').then(
            (token) => [true, token],
            () => [false, 'resourceRequiresConsent'],
          );
        case 'navigate':
          openTab(person.id, done.link);
          return done.args;
        case 'open':
          window.open(done.link, '_blank', 'noopener');
          return done.args;
        case 'listen':
          listening.current.add(done.event);
          return undefined;
        case 'loaded':
          setState({ is: 'open' });
          return done.args;
        case 'failed':
          setState({ is: 'failed', because: done.because });
          return undefined;
        case 'ignore':
          return undefined;
        default:
          return done satisfies never;
      }
    };
    const onMessage = async (event: MessageEvent) => {
      if (!isFromTab(event, frame.current?.contentWindow, origin)) return;
      const request = tabRequest.safeParse(event.data);
      if (!request.success) return;
      const args = await act(react(request.data, latest.current));
      if (args) post(reply(request.data, args));
    };
    const listener = (event: MessageEvent) => void onMessage(event);
    window.addEventListener('message', listener);
    const timer = window.setTimeout(
      () => setState((now) => (now.is === 'opening' ? { is: 'slow' } : now)),
      patience,
    );
    return () => {
      window.removeEventListener('message', listener);
      window.clearTimeout(timer);
    };
  }, [origin, post, openTab]);
  return { frame, state };
};
