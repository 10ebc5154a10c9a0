/** What has happened, in sentences, with the clause behind each gate. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { StoryLine } from '../../../visits/story-line.ts';
import { useNow } from '../../clock.ts';
import { dayAndTime } from '../../when.ts';

const useStyles = makeStyles({
  story: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    position: 'relative',
    paddingBottom: tokens.spacingVerticalL,
    ':last-child': { paddingBottom: 0 },
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: tokens.spacingVerticalL,
      insetBlockEnd: 0,
      insetInlineStart: `calc(${tokens.spacingHorizontalS} - 1px)`,
      width: tokens.strokeWidthThick,
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ':last-child::before': { display: 'none' },
  },
  dot: {
    width: tokens.spacingHorizontalL,
    height: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    zIndex: 0,
  },
  plain: {},
  good: {
    borderTopColor: tokens.colorPaletteGreenBorderActive,
    borderRightColor: tokens.colorPaletteGreenBorderActive,
    borderBottomColor: tokens.colorPaletteGreenBorderActive,
    borderLeftColor: tokens.colorPaletteGreenBorderActive,
  },
  warning: {
    borderTopColor: tokens.colorPaletteDarkOrangeBorderActive,
    borderRightColor: tokens.colorPaletteDarkOrangeBorderActive,
    borderBottomColor: tokens.colorPaletteDarkOrangeBorderActive,
    borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive,
  },
  alarm: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    borderTopColor: tokens.colorPaletteRedBorderActive,
    borderRightColor: tokens.colorPaletteRedBorderActive,
    borderBottomColor: tokens.colorPaletteRedBorderActive,
    borderLeftColor: tokens.colorPaletteRedBorderActive,
  },
  said: { display: 'grid' },
  time: { color: tokens.colorNeutralForeground2 },
});

export const Story = ({ lines }: { readonly lines: readonly StoryLine[] }) => {
  const styles = useStyles();
  const now = useNow();
  return (
    <ol className={styles.story}>
      {lines.map((line) => (
        <li key={`${line.at} ${line.text}`} className={styles.line}>
          <span className={mergeClasses(styles.dot, styles[line.tone])} aria-hidden />
          <span className={styles.said}>
            <Text weight={line.tone === 'alarm' ? 'semibold' : 'regular'}>
              <Text className={styles.time}>{dayAndTime(line.at, now)}</Text> {line.text}
            </Text>
            {line.clause && (
              <Text size={200} className={styles.time}>
                {line.clause}
              </Text>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
};
