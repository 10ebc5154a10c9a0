import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { words } from '../words.ts';
import type { Outcome } from './outcome.ts';

const useStyles = makeStyles({ told: { marginTop: tokens.spacingVerticalXS } });

type ToldProps = { readonly outcome: Outcome | undefined; readonly onDismiss: () => void };

/** What the bot said to a press, or that it failed: under the card, where the eye is. */
export const Told = ({ outcome, onDismiss }: ToldProps) => {
  const styles = useStyles();
  if (outcome?.kind !== 'said' && outcome?.kind !== 'failed') return null;
  return (
    <MessageBar
      className={styles.told}
      layout="multiline"
      intent={outcome.kind === 'failed' ? 'error' : 'info'}
      politeness="assertive"
    >
      <MessageBarBody>{outcome.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={words.card.dismiss}
            icon={<DismissRegular />}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
};
