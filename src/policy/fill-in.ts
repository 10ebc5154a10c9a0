/** What a school's policy leaves out is taken from the product's own, and it is on record that it was. */

type Settings = Readonly<Record<string, unknown>>;

/** A list is the school's own whole, or the product's whole; a group of settings is filled in one by one. */
export const fillIn = (
  said: Settings,
  usual: Settings,
  place = '',
): { readonly settings: Settings; readonly filled: readonly string[] } => {
  const own = Object.entries(usual).map(([name, otherwise]) =>
    oneSetting(said[name], otherwise, place + name),
  );
  return {
    settings: {
      ...said,
      ...Object.fromEntries(Object.keys(usual).map((name, index) => [name, own[index]?.setting])),
    },
    filled: own.flatMap(({ filled }) => filled),
  };
};

const oneSetting = (said: unknown, otherwise: unknown, place: string) => {
  if (said === undefined) return { setting: otherwise, filled: [place] };
  if (!isGroup(said) || !isGroup(otherwise)) return { setting: said, filled: [] };
  const { settings, filled } = fillIn(said, otherwise, `${place}.`);
  return { setting: settings, filled };
};

export const isGroup = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
