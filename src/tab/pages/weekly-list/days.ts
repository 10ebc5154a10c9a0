import { atSchool, schoolDate } from '../../../vocabulary.ts';

/** "Tue 24 Nov". */
export const dayText = (day: string): string => {
  const noon = atSchool(day, '12:00');
  return noon === undefined ? day : schoolDate(noon);
};
