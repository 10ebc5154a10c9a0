/** How many rows of each risk: a bar, a word and a number for each. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SeenList } from '../../../journeys/weekly-seen.ts';
import { narrow } from '../../layout.ts';
import { listWords, words } from './words.ts';

const useStyles = makeStyles({
  chart: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, maxWidth: '36rem' },
  line: {
    display: 'grid',
    gridTemplateColumns: '7rem minmax(0, 1fr) 3rem',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    [narrow]: { gridTemplateColumns: '6rem minmax(0, 1fr) 2.5rem' },
  },
  number: { margin: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  track: {
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    overflow: 'hidden',
  },
  bar: {
    height: '100%',
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: 'none',
  },
  high: { backgroundColor: tokens.colorPaletteRedBackground3 },
  medium: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  low: { backgroundColor: tokens.colorPaletteGreenBackground3 },
});

const kinds = ['high', 'medium', 'low', 'none'] as const;

export const RiskChart = ({ list }: { readonly list: SeenList }) => {
  const styles = useStyles();
  const all = Math.max(1, list.rows.length);
  const colours = { high: styles.high, medium: styles.medium, low: styles.low, none: '' };
  return (
    <dl className={styles.chart} aria-label={words.chart.label}>
      {kinds
        .filter((kind) => kind !== 'none' || list.counts.none > 0)
        .map((kind) => (
          <div key={kind} className={styles.line}>
            <Text as="span" role="term">
              {kind === 'none' ? words.chart.none : listWords.card.levels[kind]}
            </Text>
            <div className={styles.track} aria-hidden>
              <div
                className={mergeClasses(styles.bar, colours[kind])}
                style={{ width: `${(list.counts[kind] / all) * 100}%` }}
              />
            </div>
            <Text as="span" role="definition" className={styles.number}>
              {list.counts[kind]}
            </Text>
          </div>
        ))}
    </dl>
  );
};
