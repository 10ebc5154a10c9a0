import { useCallback, useState } from 'react';

/** A page in a frame, or with storage off, may not even read it. */
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`workbench.${name}`);
  } catch {
    return null;
  }
};

const keep = (name: string, text: string) => {
  try {
    localStorage.setItem(`workbench.${name}`, text);
  } catch {
    // Kept for this page only, then.
  }
};

/** State that is there again when the page is opened again. */
export const useKept = <T>(
  name: string,
  from: (stored: string | null) => T,
  toText: (value: T) => string,
): readonly [T, (change: (before: T) => T) => void] => {
  const [value, setValue] = useState(() => from(kept(name)));
  const set = useCallback(
    (change: (before: T) => T) =>
      setValue((before) => {
        const after = change(before);
        keep(name, toText(after));
        return after;
      }),
    [name, toText],
  );
  return [value, set];
};
