/** Finds out who is here, in which look, and what they may open; signs them in where that takes a press. */
import {
  Body1,
  Button,
  FluentProvider,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Title3,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { App } from './app.tsx';
import type { Client, Failure, Me } from './client.ts';
import { SessionProvider } from './client-context.ts';
import { ClockProvider, useServerClock } from './clock.ts';
import { useLayout } from './layout.ts';
import { type Live, useLive } from './live.ts';
import { Empty, Waiting } from './parts/notices.tsx';
import type { Host } from './teams-host.ts';
import { themes, useTheme } from './themes.ts';
import type { SignIn } from './token-source.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  provider: { minHeight: '100%', display: 'grid' },
  door: {
    padding: tokens.spacingHorizontalXXL,
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    justifyItems: 'start',
    maxWidth: '36rem',
  },
});

type Props = {
  readonly client: Client;
  readonly host: Host | undefined;
  readonly signIn: SignIn['signIn'];
};

const SignInDoor = ({
  signIn,
  again,
}: {
  readonly signIn: () => Promise<void>;
  readonly again: () => void;
}) => {
  const [failed, setFailed] = useState(false);
  const layout = useLayout();
  return (
    <>
      <Title3 as="h1" className={layout.heading}>
        {words.signInTitle}
      </Title3>
      <Body1>{words.signInBecause}</Body1>
      <Button
        appearance="primary"
        size="large"
        className={layout.touch}
        onClick={() => void signIn().then(again, () => setFailed(true))}
      >
        {words.signIn}
      </Button>
      {failed && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.signInFailed}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
};

type DoorProps = { readonly me: Live<Me>; readonly signIn: () => Promise<void> };

const Unreached = ({
  failure,
  again,
}: {
  readonly failure: Failure;
  readonly again: () => void;
}) => (
  <Empty said={failure}>
    <Button appearance="primary" className={useLayout().touch} onClick={again}>
      {words.tryAgain}
    </Button>
  </Empty>
);

/** What is seen before anybody is known. */
const Door = ({ me, signIn }: DoorProps) => {
  const { failure } = me;
  if (me.gone) return <Empty said={words.nowhere} />;
  if (failure === undefined) return <Waiting />;
  if (failure.why === 'sign-in') return <SignInDoor signIn={signIn} again={me.reload} />;
  return <Unreached failure={failure} again={me.reload} />;
};

export const Shell = ({ client, host, signIn }: Props) => {
  const styles = useStyles();
  const theme = useTheme(host);
  const me = useLive(client.me);
  const now = useServerClock(me.data);
  const session = useMemo(
    () => (me.data === undefined ? undefined : { client, me: me.data, signIn }),
    [client, me.data, signIn],
  );
  // The browser's own pickers and scroll bars follow Teams, whatever the machine is set to.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]} className={styles.provider}>
      {session && now ? (
        <SessionProvider value={session}>
          <ClockProvider value={now}>
            <App />
          </ClockProvider>
        </SessionProvider>
      ) : (
        <main className={styles.door}>
          <Door me={me} signIn={signIn} />
        </main>
      )}
    </FluentProvider>
  );
};
