/** The only file that knows Teams. Undefined outside it. */
import { app, authentication } from '@microsoft/teams-js';

export type ThemeName = 'light' | 'dark' | 'contrast';

export type Host = {
  readonly theme: ThemeName;
  readonly onTheme: (follow: (theme: ThemeName) => void) => void;
  /** Where a deep link leads, within the tab. */
  readonly subPage: string | undefined;
  readonly getToken: () => Promise<string>;
  readonly ready: () => void;
};

const patience = 3_000;

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, fail) => {
      setTimeout(() => fail(new Error('the host did not answer')), patience);
    }),
  ]);

const themeOf = (name: string): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'light';

/** A host that is not ours never answers: undefined then, after three seconds. */
export const connectHost = async (origins: readonly string[]): Promise<Host | undefined> => {
  try {
    await within(app.initialize([...origins]));
    const context = await within(app.getContext());
    return {
      theme: themeOf(context.app.theme),
      onTheme: (follow) => app.registerOnThemeChangeHandler((name) => follow(themeOf(name))),
      subPage: context.page.subPageId,
      getToken: () => within(authentication.getAuthToken()),
      ready: () => {
        void app.notifySuccess();
      },
    };
  } catch {
    return undefined;
  }
};
