import type { IncomingMessage } from 'node:http';
import type { Act } from '../people/access.ts';
import type { StaffMember } from '../people/staff.ts';
import type { Answer } from './answer.ts';
import type { House } from './house.ts';

/** One request that was let in. */
export type Call = {
  readonly house: House;
  readonly by: StaffMember;
  readonly query: URLSearchParams;
  readonly reference: string;
  readonly request: IncomingMessage;
};

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Whoever may do none of these does not get in. What else a route asks, it checks itself. */
  readonly acts: readonly [Act, ...Act[]];
  readonly answer: (call: Call) => Promise<Answer>;
};
