import { homeNamed } from './book-of-homes.ts';
import { type Home, nameKey } from './home.ts';

/** A visit is a first one until somebody has completed one to this address for this pupil. */
export const isFirstVisit = (address: string, pupil: string, homes: readonly Home[]): boolean => {
  const here = homeNamed(address, homes);
  return !homes.some(
    (home) =>
      home.lastCompleted !== undefined &&
      homeNamed(home.address, homes) === here &&
      nameKey(home.pupil) === nameKey(pupil),
  );
};
