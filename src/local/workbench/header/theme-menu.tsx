import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  Tooltip,
} from '@fluentui/react-components';
import {
  CircleHalfFillRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from '@fluentui/react-icons';
import { type ThemeName, themeNames } from '../theme.ts';
import { words } from '../words.ts';

const icons = {
  default: <WeatherSunnyRegular />,
  dark: <WeatherMoonRegular />,
  contrast: <CircleHalfFillRegular />,
} as const;

type ThemeProps = { readonly theme: ThemeName; readonly onTheme: (theme: ThemeName) => void };

export const ThemeMenu = ({ theme, onTheme }: ThemeProps) => (
  <Menu checkedValues={{ theme: [theme] }}>
    <MenuTrigger disableButtonEnhancement>
      <Tooltip content={words.theme.label} relationship="label">
        <ToolbarButton icon={icons[theme]} />
      </Tooltip>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {themeNames.map((name) => (
          <MenuItemRadio
            key={name}
            name="theme"
            value={name}
            icon={icons[name]}
            onClick={() => onTheme(name)}
          >
            {words.theme.names[name]}
          </MenuItemRadio>
        ))}
      </MenuList>
    </MenuPopover>
  </Menu>
);
