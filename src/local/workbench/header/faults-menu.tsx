import {
  CounterBadge,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
} from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { words } from '../words.ts';
import { nameOf, offered } from './faults.ts';

type FaultsProps = {
  readonly on: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
};

export const FaultsMenu = ({ on, onChoose }: FaultsProps) => (
  <Menu
    checkedValues={{ faults: [...on] }}
    onCheckedValueChange={(_, { checkedItems }) => onChoose(checkedItems)}
  >
    <MenuTrigger disableButtonEnhancement>
      <ToolbarButton
        icon={<PlugDisconnectedRegular />}
        aria-label={on.length > 0 ? words.faults.count(on.length) : words.faults.label}
      >
        {words.faults.label}
        {on.length > 0 && (
          <CounterBadge
            count={on.length}
            color="danger"
            size="small"
            style={{ marginInlineStart: '6px' }}
          />
        )}
      </ToolbarButton>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        <MenuGroup>
          <MenuGroupHeader>{words.faults.hint}</MenuGroupHeader>
          {offered.map(nameOf).map((name) => (
            <MenuItemCheckbox key={name} name="faults" value={name}>
              {words.faults.names[name]}
            </MenuItemCheckbox>
          ))}
        </MenuGroup>
        <MenuDivider />
        <MenuItem disabled={on.length === 0} onClick={() => onChoose([])}>
          {words.faults.allOff}
        </MenuItem>
      </MenuList>
    </MenuPopover>
  </Menu>
);
