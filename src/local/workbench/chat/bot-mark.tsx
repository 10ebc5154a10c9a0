import { makeStyles, tokens } from '@fluentui/react-components';
import { HomeCheckmarkFilled } from '@fluentui/react-icons';

const useStyles = makeStyles({
  mark: {
    display: 'grid',
    placeItems: 'center',
    width: '32px',
    height: '32px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: '20px',
    flexShrink: 0,
  },
});

/** The product's own mark; said by the name beside it. */
export const BotMark = () => (
  <span className={useStyles().mark} aria-hidden="true">
    <HomeCheckmarkFilled />
  </span>
);
