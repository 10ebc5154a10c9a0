import { Link, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ number: { whiteSpace: 'nowrap' } });

/** A number to press. */
export const Phone = ({ number }: { readonly number: string }) => (
  <Link className={useStyles().number} href={`tel:${number.replaceAll(' ', '')}`} inline>
    {number}
  </Link>
);
