/** One way to a token, in Teams and in an ordinary browser. */
export type SignIn = {
  /** Throws where somebody has to press "Sign in" first. */
  readonly getToken: () => Promise<string>;
  /** Asks the person; from a press, so that a window may open. */
  readonly signIn: () => Promise<void>;
};
