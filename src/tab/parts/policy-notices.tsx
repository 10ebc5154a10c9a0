/** Above every page: that the policy has lapsed, for those who can see to it, and that there is a version to read. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useSession } from '../client-context.ts';
import { useLayout } from '../layout.ts';
import { go } from '../route.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBlockEnd: tokens.spacingVerticalL,
    ':empty': { display: 'none' },
  },
});

type Said = { readonly intent: 'warning' | 'info'; readonly text: string };

/** The Policy page says both itself. */
export const PolicyNotices = ({ here }: { readonly here: boolean }) => {
  const { me } = useSession();
  const styles = useStyles();
  const layout = useLayout();
  const { review, unread } = me.policy ?? {};
  if (here || !me.pages.includes('policy')) return null;
  const said: readonly Said[] = [
    ...(review === undefined ? [] : [{ intent: 'warning', text: review } as const]),
    ...(unread === undefined
      ? []
      : [
          {
            intent: 'info',
            text: words.policyNotice.unread(unread.title, unread.version),
          } as const,
        ]),
  ];
  return (
    <div className={styles.bars}>
      {said.map(({ intent, text }) => (
        <MessageBar key={text} intent={intent} layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions>
            <Button className={layout.touch} onClick={() => go({ page: 'policy' })}>
              {words.policyNotice.open}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
};
