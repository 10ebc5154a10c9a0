/** The signature: what it covers, how much of it was shown, and what is left for somebody else. */
import { Button, Checkbox, ProgressBar, Subtitle2, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenList } from '../../../journeys/weekly-seen.ts';
import { useLayout } from '../../layout.ts';
import { spansOf } from './rows.ts';
import type { ListAct } from './use-list.ts';
import { words } from './words.ts';

type Props = {
  readonly list: SeenList;
  readonly shown: ReadonlySet<number>;
  readonly act: ListAct;
};

export const SignPanel = ({ list, shown, act }: Props) => {
  const styles = useLayout();
  const [unseen, setUnseen] = useState('');
  const { rows, signable, verb } = list;
  const covered = new Set(signable);
  const seen = signable.filter((number) => shown.has(number)).length;
  const all = signable.length;
  const high = rows.filter(({ number, visit }) => covered.has(number) && visit?.risk === 'high');
  const open = rows.filter(({ state }) => state !== 'signed');
  const own = open.filter((row) => row.own).length;
  const lacking = open.filter((row) => row.lacks.length > 0).length;
  // Said of this list; of another it is asked anew.
  const saidSo = unseen === list.content;
  return (
    <section className={styles.card} aria-label={words.sign.title}>
      <Subtitle2 as="h2" className={styles.heading}>
        {words.sign.title}
      </Subtitle2>
      {all === 0 ? (
        <Text>{words.sign.nothing}</Text>
      ) : (
        <>
          <Text aria-live="polite">{words.sign.shown(seen, all)}</Text>
          <ProgressBar aria-label={words.sign.shown(seen, all)} value={seen} max={all} />
          {seen < all && (
            <Checkbox
              checked={saidSo}
              label={words.sign.unseen(all, high.length)}
              onChange={(_, { checked }) => setUnseen(checked === true ? list.content : '')}
            />
          )}
        </>
      )}
      {own > 0 && <Text>{words.sign.own(own)}</Text>}
      {lacking > 0 && <Text>{words.sign.lacking(lacking)}</Text>}
      {all > 0 && (
        <div className={styles.row}>
          <Button
            appearance="primary"
            size="large"
            className={styles.touch}
            disabledFocusable={act.sending}
            onClick={() =>
              void act.press(verb, {
                content: list.content,
                shown: spansOf(shown),
                ...(saidSo ? { unseen: 'yes' } : {}),
              })
            }
          >
            {words.sign.button[verb](all)}
          </Button>
        </div>
      )}
    </section>
  );
};
