import { createContext, useContext } from 'react';
import type { Client, Me } from './client.ts';

export type Session = {
  readonly client: Client;
  readonly me: Me;
  /** Asks the person to sign in again. */
  readonly signIn: () => Promise<void>;
};

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('a page is drawn outside the session');
  return session;
};
