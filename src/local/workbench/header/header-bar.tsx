import {
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Text,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  AddRegular,
  ArrowClockwiseRegular,
  ArrowResetRegular,
  BookOpenRegular,
  MoreHorizontalRegular,
  PlayCircleRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { BotMark } from '../chat/bot-mark.tsx';
import { choosePack, readPacks } from '../control.ts';
import { showWords } from '../show/show-words.ts';
import type { ThemeName } from '../theme.ts';
import { useLive } from '../use-live.ts';
import { words } from '../words.ts';
import { ClockControls } from './clock-controls.tsx';
import { FaultsMenu } from './faults-menu.tsx';
import { StartAgain } from './start-again.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minHeight: '52px',
    boxSizing: 'border-box',
  },
  narrow: { paddingInline: tokens.spacingHorizontalM, columnGap: tokens.spacingHorizontalXS },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    margin: 0,
    flexGrow: 1,
  },
  tools: { padding: 0 },
});

type HeaderProps = {
  readonly narrow: boolean;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  readonly faults: readonly string[];
  readonly onFaults: (names: readonly string[]) => void;
  readonly onAddPane: () => void;
  readonly onShowMe: () => void;
  readonly onRestart: () => void;
  readonly onStarted: () => void;
  readonly onFailed: (what: string) => void;
};

export const HeaderBar = (props: HeaderProps) => {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  return (
    <header className={mergeClasses(styles.bar, props.narrow && styles.narrow)}>
      <h1 className={styles.title}>
        <BotMark />
        <Text size={400} weight="semibold" truncate wrap={false}>
          {props.narrow ? words.shortTitle : words.title}
        </Text>
      </h1>
      {!props.narrow && <PolicyMenu />}
      {!props.narrow && <ClockControls onFailed={props.onFailed} />}
      <Toolbar className={styles.tools} aria-label={words.more}>
        {!props.narrow && <ToolbarDivider />}
        <ToolbarButton icon={<PlayCircleRegular />} data-show-me="" onClick={props.onShowMe}>
          {showWords.button}
        </ToolbarButton>
        {!props.narrow && (
          <ToolbarButton icon={<AddRegular />} onClick={props.onAddPane}>
            {words.panes.add}
          </ToolbarButton>
        )}
        <FaultsMenu on={props.faults} onChoose={props.onFaults} />
        <ThemeMenu theme={props.theme} onTheme={props.onTheme} />
        <MoreMenu {...props} onStartAgain={() => setAsking(true)} />
      </Toolbar>
      {props.narrow && <ClockControls onFailed={props.onFailed} />}
      <StartAgain
        open={asking}
        onClose={() => setAsking(false)}
        onStarted={props.onStarted}
        onFailed={props.onFailed}
      />
    </header>
  );
};

const MoreMenu = (props: HeaderProps & { readonly onStartAgain: () => void }) => (
  <Menu>
    <MenuTrigger disableButtonEnhancement>
      <Tooltip content={words.more} relationship="label">
        <ToolbarButton icon={<MoreHorizontalRegular />} />
      </Tooltip>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {props.narrow && (
          <MenuItem icon={<AddRegular />} onClick={props.onAddPane}>
            {words.panes.add}
          </MenuItem>
        )}
        <MenuItem icon={<ArrowClockwiseRegular />} onClick={props.onRestart}>
          {words.product.restart}
        </MenuItem>
        <MenuItem icon={<ArrowResetRegular />} onClick={props.onStartAgain}>
          {words.startAgain.label}…
        </MenuItem>
      </MenuList>
    </MenuPopover>
  </Menu>
);

/** Seen only where the tenant has more to say than nothing about policies. */
const PolicyMenu = () => {
  const { value: packs, readAgain } = useLive(readPacks, 30_000);
  if (!packs) return null;
  const current = packs.packs.find((pack) => pack.id === packs.current);
  const choose = (id: string) => void choosePack(id).then(readAgain, readAgain);
  return (
    <Menu checkedValues={{ pack: [packs.current] }}>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<BookOpenRegular />}>
          {words.policy(current?.name ?? packs.current)}
        </ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {packs.packs.map((pack) => (
            <MenuItemRadio
              key={pack.id}
              name="pack"
              value={pack.id}
              onClick={() => choose(pack.id)}
            >
              {pack.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
