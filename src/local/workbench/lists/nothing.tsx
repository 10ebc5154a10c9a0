import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { CloudErrorRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { GraphFailed } from './graph.ts';

const useStyles = makeStyles({
  nothing: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    flexGrow: 1,
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalXL,
    color: tokens.colorNeutralForeground3,
  },
  icon: { fontSize: '32px', lineHeight: 1, color: tokens.colorNeutralForeground4 },
  title: { color: tokens.colorNeutralForeground1 },
  wait: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingVerticalL },
});

export const troubleWith = (failure: Error): string =>
  failure instanceof GraphFailed && failure.status === 429 ? words.lists.busy : words.lists.down;

type NothingProps =
  | {
      readonly icon: ReactNode;
      readonly title: string;
      readonly text?: string;
      readonly failure?: never;
    }
  | { readonly failure: Error };

/** In place of a list: why there is none, and what to do. */
export const Nothing = (props: NothingProps) => {
  const styles = useStyles();
  const said = props.failure
    ? { icon: <CloudErrorRegular />, title: troubleWith(props.failure), text: undefined }
    : props;
  return (
    <div className={styles.nothing} role="status">
      <span className={styles.icon} aria-hidden="true">
        {said.icon}
      </span>
      <Text weight="semibold" className={styles.title}>
        {said.title}
      </Text>
      {said.text && <Text size={200}>{said.text}</Text>}
    </div>
  );
};

export const Waiting = () => (
  <Skeleton className={useStyles().wait} aria-label={words.loading}>
    <SkeletonItem />
    <SkeletonItem />
    <SkeletonItem />
  </Skeleton>
);
