/** An error as RFC 9457 writes it. Never a page of HTML, and never a word of what was inside. */
export type Problem = { readonly status: number; readonly title: string };

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
};

export const problemAnswer = ({ status, title }: Problem): Answer => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', status, title }),
});
