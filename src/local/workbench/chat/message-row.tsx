import { Divider, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { CardView } from '../cards/card-view.tsx';
import type { Press } from '../control.ts';
import { dateOf, timeOf } from '../school-time.ts';
import type { Answer } from '../shapes.ts';
import { words } from '../words.ts';
import { BotMark } from './bot-mark.tsx';
import type { Line } from './conversation.ts';
import { RichText } from './rich-text.tsx';

const useStyles = makeStyles({
  day: { marginBlock: tokens.spacingVerticalM, color: tokens.colorNeutralForeground3 },
  row: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalL,
  },
  goesOn: { marginBlockStart: tokens.spacingVerticalXS },
  mine: { gridTemplateColumns: 'minmax(0, 1fr)', paddingInlineStart: '15%' },
  head: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    marginBlockEnd: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground3,
  },
  headMine: { justifyContent: 'flex-end' },
  name: { color: tokens.colorNeutralForeground2 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  bubble: {
    width: 'fit-content',
    maxWidth: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  bubbleMine: { backgroundColor: tokens.colorBrandBackground2, justifySelf: 'end' },
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    maxWidth: '520px',
    minWidth: 0,
  },
});

type RowProps = {
  readonly line: Line;
  readonly speaker: string;
  readonly onPress: (what: Press) => Promise<Answer>;
  readonly onOpen: (link: string) => void;
  readonly onAnswered: () => void;
};

/** One message: the bot's on the left with its mark, a person's on the right, as in Teams. */
export const MessageRow = memo((props: RowProps) => {
  const { line, speaker } = props;
  const { message } = line;
  const styles = useStyles();
  const mine = message.from === 'person';
  return (
    <li>
      {line.newDay && (
        <Divider className={styles.day} appearance="subtle">
          {dateOf(message.at)}
        </Divider>
      )}
      <article
        className={mergeClasses(styles.row, mine && styles.mine, line.goesOn && styles.goesOn)}
        aria-label={`${speaker}, ${timeOf(message.at)}`}
      >
        {!mine && (line.goesOn ? <span /> : <BotMark />)}
        <div className={styles.body}>
          {!line.goesOn && <Head line={line} speaker={mine ? '' : speaker} />}
          {message.text && (
            <div
              className={mergeClasses(styles.bubble, mine && styles.bubbleMine)}
              style={mine ? { alignSelf: 'flex-end' } : undefined}
            >
              {mine ? message.text : <RichText text={message.text} />}
            </div>
          )}
          {message.card && (
            <div className={styles.card}>
              <CardView
                {...props}
                card={message.card}
                message={message.id}
                label={words.card.label}
              />
            </div>
          )}
        </div>
      </article>
    </li>
  );
});

const Head = ({ line, speaker }: { readonly line: Line; readonly speaker: string }) => {
  const styles = useStyles();
  const { at, updatedAt } = line.message;
  return (
    <div className={mergeClasses(styles.head, speaker === '' && styles.headMine)}>
      {speaker !== '' && (
        <Text size={200} weight="semibold" className={styles.name}>
          {speaker}
        </Text>
      )}
      <Text size={200} as="span">
        <time dateTime={at} title={`${dateOf(at)}, ${timeOf(at)}`}>
          {timeOf(at)}
        </time>
      </Text>
      {updatedAt && updatedAt !== at && (
        <Text size={200} title={timeOf(updatedAt)}>
          {words.chat.edited}
        </Text>
      )}
    </div>
  );
};
