import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, NextRegular, PauseRegular, PlayRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { personOf, useWorkbench } from '../workbench.ts';
import { showWords as words } from './show-words.ts';
import type { Story } from './use-story.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorBrandBackground2,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 20rem', minWidth: 0 },
  line: { display: 'block', margin: 0, overflowWrap: 'anywhere' },
  count: { color: tokens.colorNeutralForeground2 },
  failed: { color: tokens.colorStatusDangerForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type ShowMeProps = { readonly story: Story; readonly onClosed: () => void };

/** The story of one visit, told above the panes in which it happens. */
export const ShowMe = ({ story, onClosed }: ShowMeProps) => {
  const styles = useStyles();
  const { telling, playing } = story;
  const bar = useRef<HTMLElement>(null);
  const open = telling !== undefined;
  useEffect(() => {
    if (open) bar.current?.querySelector('button')?.focus();
  }, [open]);
  if (!telling) return null;
  const stop = () => {
    story.stop();
    onClosed();
  };
  const over = telling.state === 'over';
  return (
    <section ref={bar} className={styles.bar} aria-label={words.label}>
      <div className={styles.text} role="status">
        <Text size={200} className={mergeClasses(styles.line, styles.count)}>
          {over ? words.begin(telling.title) : words.step(telling.at + 1, telling.steps.length)}
        </Text>
        <Sentence story={story} />
      </div>
      <div className={styles.buttons}>
        {!over && (
          <Button
            appearance="primary"
            icon={<NextRegular />}
            disabledFocusable={telling.state === 'acting'}
            onClick={story.next}
          >
            {telling.state === 'failed' ? words.again : words.next}
          </Button>
        )}
        {!over && (
          <Button
            icon={playing ? <PauseRegular /> : <PlayRegular />}
            onClick={() => story.play(!playing)}
          >
            {playing ? words.pause : words.play}
          </Button>
        )}
        <Button icon={<DismissRegular />} onClick={stop}>
          {words.stop}
        </Button>
      </div>
    </section>
  );
};

/** Who does what, and why; then what came of it. */
const Sentence = ({ story: { telling, step } }: { readonly story: Story }) => {
  const styles = useStyles();
  const { people } = useWorkbench();
  if (!telling || !step) return null;
  if (telling.state === 'over') return <Text className={styles.line}>{words.over}</Text>;
  return (
    <>
      <Text className={styles.line}>
        {step.by !== undefined && <b>{words.by(personOf(people, step.by).name)} </b>}
        {step.says}
        {step.clause !== undefined && ` ${words.asks(step.clause)}`}
        {telling.state === 'acting' && ` ${words.acting}…`}
      </Text>
      {telling.state === 'failed' && (
        <Text className={mergeClasses(styles.line, styles.failed)}>
          <b>{words.said}</b> {telling.because}
        </Text>
      )}
    </>
  );
};
