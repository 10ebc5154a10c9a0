/** What the product cannot do without, and since when it has answered nothing. */
import { createOutage, type Outage, type Outages } from './journeys/outage.ts';
import { earlierOf, type Instant } from './vocabulary.ts';

type Given = {
  readonly now: () => Instant;
  /** Messages can be sent again. */
  readonly onTeamsBack: () => void;
};

export type Watched = {
  readonly teams: Outage;
  /** Without a token the connector takes nothing, whether or not it is there. */
  readonly signIn: Outage;
  readonly sharePoint: Outage;
  readonly said: () => Outages;
};

export const watchOutages = ({ now, onTeamsBack }: Given): Watched => {
  const teams = createOutage({ now, inARow: 3, onMended: onTeamsBack });
  const signIn = createOutage({ now, inARow: 3, onMended: onTeamsBack });
  const sharePoint = createOutage({ now, inARow: 2 });
  return {
    ...{ teams, signIn, sharePoint },
    said: () => {
      const [first, ...more] = [teams.since(), signIn.since()].filter((one) => one !== undefined);
      const lists = sharePoint.since();
      return {
        ...(first === undefined ? {} : { teams: more.reduce(earlierOf, first) }),
        ...(lists === undefined ? {} : { sharePoint: lists }),
      };
    },
  };
};
