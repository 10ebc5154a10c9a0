import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
} from '@fluentui/react-components';
import { words } from './words.ts';

export type Notice = {
  readonly intent: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly act?: { readonly label: string; readonly onAct: () => void };
};

/** What the whole page should know, above the panes. */
export const Notices = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <MessageBarGroup {...(notices.length > 0 ? { role: 'region', 'aria-label': words.notices } : {})}>
    {notices.map(({ intent, text, act }) => (
      <MessageBar key={text} intent={intent} shape="square">
        <MessageBarBody>{text}</MessageBarBody>
        {act && (
          <MessageBarActions>
            <Button onClick={act.onAct}>{act.label}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
    ))}
  </MessageBarGroup>
);
