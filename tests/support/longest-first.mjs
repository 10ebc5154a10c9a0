/** Begins with the files that take longest, so that two workers end together; jest itself can only guess by their size. */
import Sequencer from '@jest/test-sequencer';

const longest = [
  'journeys/sudden-death',
  'journeys/simulated-year',
  'browser/one-visit',
  'journeys/hour-away',
  'tab/pages.browser',
  'access/nobody',
  'journeys/one-visit',
  'journeys/changed-by-hand',
  'tab/weekly-list.browser',
  'tab/registers',
  'tab/pages',
  'teams/cards',
  'weekly-list/signing',
  'journeys/killed',
];

const placeOf = ({ path }) => {
  const found = longest.findIndex((name) => path.includes(`/tests/${name}.test.`));
  return found === -1 ? longest.length : found;
};

// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default function LongestFirst(...given) {
  const sequencer = new Sequencer(...given);
  return Object.assign(sequencer, {
    sort: (tests) => [...tests].sort((one, other) => placeOf(one) - placeOf(other)),
  });
}
