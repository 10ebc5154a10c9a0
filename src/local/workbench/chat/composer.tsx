import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { words } from '../words.ts';
import type { Offer } from './conversation.ts';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  line: { position: 'relative', display: 'flex' },
  area: { flexGrow: 1, '& textarea': { paddingInlineEnd: '44px', minHeight: '36px' } },
  send: { position: 'absolute', insetInlineEnd: '4px', insetBlockEnd: '3px' },
});

type ComposerProps = {
  readonly name: string;
  readonly offers: readonly Offer[];
  readonly busy: boolean;
  /** Answers whether it was sent: what was not sent is not lost. */
  readonly onSend: (text: string) => Promise<boolean>;
};

export const Composer = ({ name, offers, busy, onSend }: ComposerProps) => {
  const styles = useStyles();
  const [text, setText] = useState('');
  const send = async () => {
    const said = text.trim();
    if (said === '' || busy) return;
    setText('');
    if (!(await onSend(said))) setText((now) => (now === '' ? said : now));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={styles.box}>
      {offers.length > 0 && (
        <div className={styles.chips}>
          {offers.map((offer) => (
            <Button
              key={offer.title}
              size="small"
              shape="circular"
              disabledFocusable={busy}
              onClick={() => void onSend(offer.value)}
            >
              {offer.title}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.line}>
        <Textarea
          className={styles.area}
          rows={1}
          value={text}
          placeholder={words.chat.write}
          aria-label={words.chat.writeAs(name)}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          className={styles.send}
          appearance="transparent"
          aria-label={words.chat.send}
          icon={<SendRegular />}
          disabledFocusable={busy || text.trim() === ''}
          onClick={() => void send()}
        />
      </div>
    </div>
  );
};
