import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, TableRegular } from '@fluentui/react-icons';
import { words } from '../words.ts';
import { ListsView } from './lists-view.tsx';

const useStyles = makeStyles({
  drawer: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  open: { height: '300px' },
  handle: { justifyContent: 'flex-start', borderRadius: 0, flexShrink: 0 },
});

type DrawerProps = { readonly open: boolean; readonly onOpen: (open: boolean) => void };

/** The lists under the panes; shut, nothing of them is read. */
export const ListsDrawer = ({ open, onOpen }: DrawerProps) => {
  const styles = useStyles();
  return (
    <section
      className={open ? `${styles.drawer} ${styles.open}` : styles.drawer}
      aria-label={words.lists.label}
    >
      <Button
        className={styles.handle}
        appearance="subtle"
        size="small"
        icon={<TableRegular />}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        {words.lists.label} {open ? <ChevronDownRegular /> : <ChevronUpRegular />}
      </Button>
      {open && <ListsView />}
    </section>
  );
};
