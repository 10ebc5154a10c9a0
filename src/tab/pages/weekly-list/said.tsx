import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ListAct } from './use-list.ts';

/** What the last press came to. */
export const Said = ({ said }: Pick<ListAct, 'said'>) =>
  said === undefined ? null : (
    <MessageBar intent={said.intent} layout="multiline" role="status">
      <MessageBarBody>{said.text}</MessageBarBody>
    </MessageBar>
  );
