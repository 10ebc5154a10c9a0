/** Says which seed is used, and builds the tab and the workbench, before any test, where what was built is older than its sources. */
import { buildWeb } from '../../src/local/build-web.ts';
import { saySeed } from './seed.ts';

// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default () => {
  saySeed(process.env, (line) => process.stdout.write(line));
  return buildWeb();
};
