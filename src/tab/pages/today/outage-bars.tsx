/** What does not answer just now, and what that means for those who watch. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { schoolTime } from '../../../vocabulary.ts';
import type { Today } from '../../client.ts';
import { words } from '../../words.ts';

export const OutageBars = ({ outages }: { readonly outages: Today['outages'] }) => {
  const { board } = words;
  const { teams, sharePoint } = outages ?? {};
  return (
    <>
      {teams !== undefined && (
        <MessageBar intent="error" layout="multiline" politeness="assertive">
          <MessageBarBody>
            <MessageBarTitle>{board.teamsAway(schoolTime(teams))}</MessageBarTitle>{' '}
            {board.teamsAwayNext}
          </MessageBarBody>
        </MessageBar>
      )}
      {sharePoint !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{board.sharePointAway(schoolTime(sharePoint))}</MessageBarTitle>{' '}
            {board.sharePointAwayNext}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
};
