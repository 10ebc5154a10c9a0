/** Where Microsoft sign-in comes back to in an ordinary browser: hands its answer to the page that asked. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

// Without an answer in the address there is nothing to hand over: the tab itself is the place to be.
broadcastResponseToMainFrame().catch(() => globalThis.location.replace('./'));
