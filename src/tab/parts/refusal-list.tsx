/** A "no" that helps: what is missing, which clause asks for it, what to do next. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../../vocabulary.ts';
import { useLayout } from '../layout.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, whiteSpace: 'normal' },
  item: { marginBlock: tokens.spacingVerticalXS },
  clause: { display: 'block', color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly refusals: readonly Refusal[];
  readonly late?: boolean;
  /** Offers to say that it has happened all the same. */
  readonly onHappened?: (() => void) | undefined;
};

export const RefusalList = ({ refusals, late = false, onHappened }: Props) => {
  const styles = useStyles();
  const layout = useLayout();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length > 0) place.current?.focus();
  }, [refusals]);
  return (
    <div ref={place} tabIndex={-1}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{late ? words.refused.late : words.refused.title}</MessageBarTitle>
          <ul className={styles.list}>
            {refusals.map(({ rule, because, next, clause }) => (
              <li key={`${rule} ${because}`} className={styles.item}>
                {because} {next}
                <Text size={200} className={styles.clause}>
                  {clause}
                </Text>
              </li>
            ))}
          </ul>
          {onHappened && <Text>{words.refused.happenedHint}</Text>}
        </MessageBarBody>
        {onHappened && (
          <MessageBarActions>
            <Button className={layout.touch} onClick={onHappened}>
              {words.refused.happened}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
};
