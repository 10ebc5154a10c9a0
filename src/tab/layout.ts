/** Measures that many pages share. */
import { makeStyles, tokens } from '@fluentui/react-components';

/** Below this a page is one column, for a thumb. */
export const narrow = '@media (max-width: 640px)';
/** From this on there is room for a second pane. */
export const wide = '@media (min-width: 1080px)';
const forThumbs = '@media (pointer: coarse), (max-width: 640px)';

export const useLayout = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalXL, alignContent: 'start', minWidth: 0 },
  section: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    alignItems: 'center',
  },
  spread: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    justifyContent: 'space-between',
    alignItems: 'center',
  },
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  heading: { margin: 0 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  group: {
    margin: 0,
    padding: 0,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  touch: { [forThumbs]: { minHeight: '44px' } },
});
