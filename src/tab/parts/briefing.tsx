/** What the policy reminds people of: a few lines, the rest a press away. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { useId, useState } from 'react';
import type { Reminder } from '../../policy/citation.ts';
import type { Briefing } from '../../visits/briefing.ts';
import { useLayout } from '../layout.ts';
import { words } from '../words.ts';

const shownAtOnce = 3;

const useStyles = makeStyles({
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  group: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
});

const Lines = ({ lines, id }: { readonly lines: readonly Reminder[]; readonly id?: string }) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  return (
    <ul className={styles.lines} {...(id !== undefined && { id })}>
      {lines.map(({ id: line, say, place }) => (
        <li key={line}>
          <Text>{say}</Text>
          {place !== '' && <Text className={quiet}> {words.briefing.place(place)}</Text>}
        </li>
      ))}
    </ul>
  );
};

export const Reminders = ({ moment, open, lines }: Briefing) => {
  const styles = useStyles();
  const layout = useLayout();
  const [all, setAll] = useState(false);
  const rest = useId();
  const first = open ? shownAtOnce : 0;
  const hidden = lines.length - first;
  const title = words.briefing.moments[moment];
  return (
    <div className={styles.group}>
      {open && <Text weight="semibold">{title}</Text>}
      {first > 0 && <Lines lines={lines.slice(0, first)} />}
      {hidden > 0 && (
        <Button
          size="small"
          appearance="subtle"
          icon={all ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          className={layout.touch}
          aria-expanded={all}
          aria-controls={rest}
          onClick={() => setAll(!all)}
        >
          {open ? words.briefing.more(hidden, all) : title}
        </Button>
      )}
      {all && <Lines id={rest} lines={lines.slice(first)} />}
    </div>
  );
};
