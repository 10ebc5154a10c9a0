/** What a page says when there is nothing, when it waits, and when something does not answer. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from '../client.ts';
import { useSession } from '../client-context.ts';
import { useLayout } from '../layout.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  empty: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  skeleton: { display: 'grid', gap: tokens.spacingVerticalL },
});

type Said = { readonly title: string; readonly detail: string };

export const Empty = ({
  said,
  children,
}: {
  readonly said: Said;
  readonly children?: ReactNode;
}) => (
  <div className={useStyles().empty}>
    <Subtitle2>{said.title}</Subtitle2>
    <Text>{said.detail}</Text>
    {children}
  </div>
);

/** The shape of what comes: a heading, and rows of it. */
export const Waiting = ({ rows = 3 }: { readonly rows?: number }) => (
  <Skeleton aria-label={words.loading} className={useStyles().skeleton}>
    <SkeletonItem size={32} />
    {[1, 2, 3, 4, 5].slice(0, rows).map((row) => (
      <SkeletonItem key={row} size={96} />
    ))}
  </Skeleton>
);

type FailureProps = { readonly failure: Failure | undefined; readonly again: () => void };

export const FailureBar = ({ failure, again }: FailureProps) => {
  const { signIn } = useSession();
  const styles = useLayout();
  if (failure === undefined) return null;
  const out = failure.why === 'sign-in';
  const act = () => (out ? void signIn().then(again, again) : again());
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{failure.title}</MessageBarTitle>
        {failure.detail}
      </MessageBarBody>
      <MessageBarActions>
        <Button className={styles.touch} onClick={act}>
          {out ? words.signIn : words.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
