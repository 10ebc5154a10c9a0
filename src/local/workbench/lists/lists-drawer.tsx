import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
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
  handle: { justifyContent: 'flex-start', fontWeight: tokens.fontWeightSemibold, flexShrink: 0 },
  shut: { margin: tokens.spacingVerticalXS },
});

type DrawerProps = { readonly open: boolean; readonly onOpen: (open: boolean) => void };

/** The lists under the panes; shut, nothing of them is read. */
export const ListsDrawer = ({ open, onOpen }: DrawerProps) => {
  const styles = useStyles();
  const handle = (
    <Button
      className={mergeClasses(styles.handle, !open && styles.shut)}
      appearance="subtle"
      icon={open ? <ChevronDownRegular /> : <ChevronUpRegular />}
      aria-expanded={open}
      onClick={() => onOpen(!open)}
    >
      {words.lists.label}
    </Button>
  );
  return (
    <section
      className={mergeClasses(styles.drawer, open && styles.open)}
      aria-label={words.lists.label}
    >
      {open ? <ListsView lead={handle} /> : handle}
    </section>
  );
};
