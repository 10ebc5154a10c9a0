/** Which cars a visit uses, and whether they will do. The last day of a date still counts. */
import type { Policy } from '../policy/policy.ts';
import { refusal, unless } from '../policy/refusal.ts';
import { type Instant, type Refusal, schoolDate, schoolDay } from '../vocabulary.ts';
import type { Vehicle } from './registers.ts';

/** "Ford Fiesta AB12 CDE". */
export const carInWords = ({ make, model, registration }: Vehicle): string =>
  [make, model, registration].filter((word) => word !== '').join(' ');

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/gu, '');

/** The cars on record whose registration stands in what was said. */
export const carsNamed = (said: string, vehicles: readonly Vehicle[]): readonly Vehicle[] =>
  vehicles.filter(
    ({ registration }) => bare(registration) !== '' && bare(said).includes(bare(registration)),
  );

/** Nothing but these is a way to travel with no car of the school's staff. */
const withoutCar = /\b(?:foot|walk\w*|bus|train|tram|taxi|cycle|cycling|bicycle|bike)\b/iu;
const withCar = /\b(?:car|van|minibus|driv\w*|lift)\b/iu;

const needsNoCar = (said: string): boolean => withoutCar.test(said) && !withCar.test(said);

type Travel = { readonly transport: string; readonly until: Instant };

/** Whether the cars of a visit are on record, insured, and covered if they break down, as far as the school's policy keeps that (HC-2.11, B-77). */
export const reasonsAgainstCars = (
  { transport, until }: Travel,
  vehicles: readonly Vehicle[],
  policy: Policy,
): readonly Refusal[] => {
  const field = 'transport';
  const cars = carsNamed(transport, vehicles);
  const known = cars.length > 0 || needsNoCar(transport);
  return [
    ...unless(known || !policy.registers.includes('vehicles'), () =>
      refusal(policy, 'vehicle/known', { field }),
    ),
    ...cars.flatMap((car) => reasonsAgainstCar(car, until, policy)),
  ];
};

/** Where the policy does not ask, a date that has passed still speaks against the car; no date at all does not. */
export const reasonsAgainstCar = (
  vehicle: Vehicle,
  until: Instant,
  policy: Policy,
): readonly Refusal[] => {
  const { insuredUntil, breakdownUntil } = vehicle;
  const day = schoolDay(until);
  const facts = { car: carInWords(vehicle), day: schoolDate(until), field: 'transport' };
  const insured =
    insuredUntil === '' ? !policy.registers.includes('insurance') : day <= insuredUntil;
  const covered = !policy.registers.includes('breakdown') || day <= breakdownUntil;
  return [
    ...unless(insured, () => refusal(policy, 'vehicle/insured', facts)),
    ...unless(covered, () => refusal(policy, 'vehicle/breakdown', facts)),
  ];
};
