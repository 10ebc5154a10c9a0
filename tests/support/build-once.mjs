/** Builds the tab and the workbench before any test, where what was built is older than its sources. */
import { buildWeb } from '../../src/local/build-web.ts';

// biome-ignore lint/style/noDefaultExport: Jest asks for it.
export default () => buildWeb();
