/** What a visit waits for, and what went ahead on two names: in sentences, before anything is pressed. */
import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { SeenVisit } from '../../journeys/seen.ts';
import { useLayout } from '../layout.ts';

export const DecisionLines = ({ visit }: { readonly visit: SeenVisit }) => {
  const styles = useLayout();
  const { waiting = [], glass } = visit;
  return (
    <>
      {glass !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{glass}</MessageBarBody>
        </MessageBar>
      )}
      {waiting.map((sentence) => (
        <Text key={sentence} className={styles.quiet}>
          {sentence}
        </Text>
      ))}
    </>
  );
};
