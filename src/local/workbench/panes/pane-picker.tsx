import {
  Avatar,
  Caption1,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { words } from '../words.ts';
import { channelTitle, personOf, titleOf, useWorkbench } from '../workbench.ts';
import type { Shown } from './panes.ts';

const useStyles = makeStyles({
  button: {
    maxWidth: '100%',
    minWidth: 0,
    justifyContent: 'flex-start',
    paddingInline: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    columnGap: tokens.spacingHorizontalS,
  },
  names: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    minWidth: 0,
    textAlign: 'start',
  },
  line: { maxWidth: '100%' },
  small: { color: tokens.colorNeutralForeground3 },
  list: { maxHeight: '70vh' },
});

type PickerProps = { readonly shown: Shown; readonly onShow: (what: Shown) => void };

/** Who, or which channel, a pane shows; everyone in the school can be chosen. */
export const PanePicker = ({ shown, onShow }: PickerProps) => {
  const styles = useStyles();
  const { people, channels } = useWorkbench();
  const person = personOf(people, shown.person);
  const isChannel = shown.kind === 'channel';
  const name = isChannel ? channelTitle(shown.name) : person.name;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="subtle"
          icon={
            isChannel ? (
              <Avatar
                size={28}
                shape="square"
                icon={<ShieldCheckmarkRegular />}
                color="colorful"
                idForColor={name}
                aria-hidden="true"
              />
            ) : (
              <Avatar size={28} name={person.name} color="colorful" aria-hidden="true" />
            )
          }
        >
          <span className={styles.names}>
            <Text className={styles.line} weight="semibold" truncate wrap={false}>
              {name}
            </Text>{' '}
            <Caption1 className={mergeClasses(styles.line, styles.small)} truncate wrap={false}>
              {isChannel ? words.panes.channelSeenBy(person.name) : titleOf(person)}
            </Caption1>
          </span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{words.panes.people}</MenuGroupHeader>
            {people.map((one) => (
              <MenuItem
                key={one.id}
                icon={<Avatar size={24} name={one.name} color="colorful" aria-hidden="true" />}
                secondaryContent={titleOf(one)}
                onClick={() =>
                  onShow(
                    isChannel
                      ? { kind: 'chat', person: one.id }
                      : { kind: shown.kind, person: one.id },
                  )
                }
              >
                {one.name}
              </MenuItem>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{words.panes.channels}</MenuGroupHeader>
            {channels.map((one) => (
              <MenuItem
                key={one.name}
                icon={<ShieldCheckmarkRegular />}
                onClick={() => onShow({ kind: 'channel', name: one.name, person: shown.person })}
              >
                {channelTitle(one.name)}
              </MenuItem>
            ))}
          </MenuGroup>
          {isChannel && <SeenBy shown={shown} onShow={onShow} />}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

/** Presses in a channel are somebody's: whose is chosen here. */
const SeenBy = ({ shown, onShow }: PickerProps) => {
  const { people } = useWorkbench();
  return (
    <>
      <MenuDivider />
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuItem>{words.panes.seenBy}</MenuItem>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {people.map((one) => (
              <MenuItem
                key={one.id}
                secondaryContent={titleOf(one)}
                onClick={() => onShow({ ...shown, person: one.id })}
              >
                {one.name}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
};
