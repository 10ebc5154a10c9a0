/** The pages there are for this person; those for which there is no room stand behind one button. */
import {
  Button,
  CounterBadge,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle';
import { BookContactsRegular } from '@fluentui/react-icons/svg/book-contacts';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import type { ReactElement } from 'react';
import { useSession } from './client-context.ts';
import { narrow } from './layout.ts';
import { go, type PageName } from './route.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    paddingInline: tokens.spacingHorizontalM,
    position: 'sticky',
    top: 0,
    zIndex: 2,
    minWidth: 0,
    [narrow]: { paddingInline: 0 },
  },
  room: { display: 'flex', alignItems: 'center', minWidth: 0, overflow: 'hidden' },
  tabs: { flexShrink: 0 },
  // On a phone the words matter more than the pictures.
  tab: {
    minHeight: '44px',
    flexShrink: 0,
    whiteSpace: 'nowrap',
    [narrow]: {
      paddingInline: tokens.spacingHorizontalS,
      '& .fui-Tab__icon': { display: 'none' },
      '& .fui-Tab__content': { fontSize: tokens.fontSizeBase200 },
    },
  },
  label: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  more: { minHeight: '44px', minWidth: '44px', flexShrink: 0, whiteSpace: 'nowrap' },
});

const icons: Readonly<Record<PageName, ReactElement>> = {
  today: <CalendarLtrRegular />,
  mine: <PersonRegular />,
  approvals: <CheckmarkCircleRegular />,
  ask: <AddCircleRegular />,
  list: <ClipboardTaskListLtrRegular />,
  registers: <BookContactsRegular />,
  policy: <DocumentTextRegular />,
  homes: <HomeRegular />,
};

const Label = ({ page }: { readonly page: PageName }) => {
  const { me } = useSession();
  return (
    <span className={useStyles().label}>
      {words.pages[page]}
      {page === 'approvals' && me.waiting > 0 && (
        <CounterBadge
          count={me.waiting}
          size="small"
          color="danger"
          aria-label={words.waitingCount(me.waiting)}
        />
      )}
    </span>
  );
};

/** Only where its tab has no room. */
const Hidden = ({ page }: { readonly page: PageName }) =>
  useIsOverflowItemVisible(page) ? null : (
    <MenuItem icon={icons[page]} onClick={() => go({ page })}>
      <Label page={page} />
    </MenuItem>
  );

const More = ({ pages }: { readonly pages: readonly PageName[] }) => {
  const { more } = useStyles();
  const { ref, isOverflowing, overflowCount } = useOverflowMenu<HTMLDivElement>();
  if (!isOverflowing) return null;
  return (
    <div ref={ref} className={more}>
      <Menu hasIcons>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={more}
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={words.morePages(overflowCount)}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {pages.map((page) => (
              <Hidden key={page} page={page} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
};

/** Where one is stays in sight, then what waits; then the first before the last. */
const priorityOf = (page: PageName, place: number, chosen: PageName, waiting: number): number => {
  if (page === chosen) return 300;
  return page === 'approvals' && waiting > 0 ? 200 : 100 - place;
};

export const PageTabs = ({ page }: { readonly page: PageName }) => {
  const styles = useStyles();
  const { me } = useSession();
  return (
    <nav className={styles.bar} aria-label={words.pageNavigation}>
      <Overflow minimumVisible={2} padding={8}>
        <div className={styles.room}>
          <TabList
            className={styles.tabs}
            selectedValue={page}
            onTabSelect={(_, { value }) => {
              const to = me.pages.find((one) => one === value);
              if (to !== undefined) go({ page: to });
            }}
          >
            {me.pages.map((one, place) => (
              <OverflowItem key={one} id={one} priority={priorityOf(one, place, page, me.waiting)}>
                <Tab value={one} icon={icons[one]} className={styles.tab}>
                  <Label page={one} />
                </Tab>
              </OverflowItem>
            ))}
          </TabList>
          <More pages={me.pages} />
        </div>
      </Overflow>
    </nav>
  );
};
