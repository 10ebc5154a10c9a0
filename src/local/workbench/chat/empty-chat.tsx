import { makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { ChatRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { Place } from '../control.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    paddingBlock: '64px',
    paddingInline: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground3,
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground4 },
  wait: { display: 'grid', gap: tokens.spacingVerticalL, paddingBlock: tokens.spacingVerticalXXL },
  right: { justifySelf: 'end' },
});

/** Says what will be here, and how to begin. */
export const EmptyChat = ({ place, name }: { readonly place: Place; readonly name: string }) => {
  const styles = useStyles();
  const Icon = place.kind === 'chat' ? ChatRegular : ShieldCheckmarkRegular;
  return (
    <li className={styles.empty}>
      <Icon className={styles.icon} aria-hidden="true" />
      <Text align="center">
        {place.kind === 'chat' ? words.chat.empty(name) : words.chat.emptyChannel}
      </Text>
      {place.kind === 'chat' && <Text size={200}>{words.chat.begin}</Text>}
    </li>
  );
};

/** The shape of what comes. */
export const LoadingChat = () => {
  const styles = useStyles();
  return (
    <li>
      <Skeleton className={styles.wait} aria-label={words.loading}>
        <SkeletonItem size={40} style={{ width: '70%' }} />
        <SkeletonItem size={32} className={styles.right} style={{ width: '45%' }} />
        <SkeletonItem style={{ height: '160px', width: '90%' }} />
      </Skeleton>
    </li>
  );
};
