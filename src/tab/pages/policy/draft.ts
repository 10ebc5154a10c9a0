/** A policy that is being changed: the school's own words, and what stands where they say nothing. */
export type Settings = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a setting says now, in the draft or, where that is silent, in the whole. */
export const valueAt = (draft: Settings, whole: Settings, place: readonly string[]): unknown =>
  lookIn(draft, place) ?? lookIn(whole, place);

const lookIn = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return value;
  if (Array.isArray(value)) return lookIn(value[Number(name)], rest);
  return isGroup(value) ? lookIn(value[name], rest) : undefined;
};

/** The draft with this said in it. A list the draft is silent of comes in whole, so that one row of it can differ. */
export const withValue = (
  draft: unknown,
  whole: unknown,
  [name, ...rest]: readonly string[],
  value: unknown,
): unknown => {
  if (name === undefined) return value;
  const list = listIn(draft) ?? (isGroup(draft) ? undefined : listIn(whole));
  if (list !== undefined)
    return list.map((item: unknown, index) =>
      index === Number(name) ? withValue(item, lookIn(whole, [name]), rest, value) : item,
    );
  const group = isGroup(draft) ? draft : {};
  return { ...group, [name]: withValue(group[name], lookIn(whole, [name]), rest, value) };
};

const listIn = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

export const inText = (draft: Settings): string => JSON.stringify(draft, undefined, 2);

/** Undefined where the text is no group of settings. */
export const settingsIn = (text: string): Settings | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return isGroup(read) ? read : undefined;
  } catch {
    return undefined;
  }
};
