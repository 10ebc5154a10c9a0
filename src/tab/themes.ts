/** Teams' own three looks; in an ordinary browser, the one the person has chosen there. */
import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Host, ThemeName } from './teams-host.ts';

// Fluent's own list ends at `sans-serif`, which is poor on a machine without Segoe UI or Roboto.
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, sans-serif";

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

const wishes = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

const preferred = (): ThemeName => {
  const [contrast, dark] = wishes.map((wish) => globalThis.matchMedia(wish).matches);
  if (contrast) return 'contrast';
  return dark ? 'dark' : 'light';
};

export const useTheme = (host: Host | undefined): ThemeName => {
  const [theme, setTheme] = useState<ThemeName>(() => host?.theme ?? preferred());
  useEffect(() => {
    if (host !== undefined) return host.onTheme(setTheme);
    const follow = () => setTheme(preferred());
    const queries = wishes.map((wish) => globalThis.matchMedia(wish));
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, [host]);
  return theme;
};
