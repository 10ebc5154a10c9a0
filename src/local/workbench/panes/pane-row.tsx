import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { words } from '../words.ts';
import { PaneFrame } from './pane-frame.tsx';
import type { Pane, Shown } from './panes.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(352px, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    overflowX: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  one: { padding: 0, gridAutoColumns: 'minmax(0, 1fr)', gap: 0 },
  none: { placeSelf: 'center', color: tokens.colorNeutralForeground3 },
});

type RowProps = {
  readonly panes: readonly Pane[];
  /** On a narrow page only this one is seen; the others stay as they are, unseen. */
  readonly only: string | undefined;
  readonly onShow: (id: string, what: Shown) => void;
  readonly onClose: (id: string) => void;
};

export const PaneRow = ({ panes, only, onShow, onClose }: RowProps) => {
  const styles = useStyles();
  const narrow = only !== undefined;
  return (
    <main className={mergeClasses(styles.row, narrow && styles.one)} aria-label={words.panes.label}>
      {panes.length === 0 && <Text className={styles.none}>{words.panes.none}</Text>}
      {panes.map((pane) => (
        <div
          key={pane.id}
          data-pane={pane.id}
          style={{
            display: narrow && only !== pane.id ? 'none' : 'grid',
            minHeight: 0,
            minWidth: 0,
          }}
        >
          <PaneFrame pane={pane} onShow={onShow} onClose={onClose} />
        </div>
      ))}
    </main>
  );
};
