/** A table; where the screen is narrow, each row becomes a card with its headings inside. */
import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Six columns need this much. */
const cards = '@container (max-width: 820px)';

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  table: {
    display: 'grid',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [cards]: { backgroundColor: 'transparent', border: 'none' },
  },
  heads: {
    [cards]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  body: { display: 'grid', [cards]: { gap: tokens.spacingVerticalM } },
  row: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    alignItems: 'start',
    ':hover': { backgroundColor: 'transparent', color: 'inherit' },
    ':active': { backgroundColor: 'transparent', color: 'inherit' },
    [cards]: {
      // The columns of the table stand in the style of each row.
      gridTemplateColumns: '1fr !important',
      gap: tokens.spacingVerticalS,
      padding: tokens.spacingHorizontalL,
      borderRadius: tokens.borderRadiusXLarge,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  cell: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    alignContent: 'start',
    alignItems: 'start',
    height: 'auto',
    minWidth: 0,
    overflowWrap: 'anywhere',
    paddingInline: 0,
    paddingBlock: tokens.spacingVerticalM,
    [cards]: { paddingBlock: 0 },
  },
  // The heading of the table says it where there is one.
  label: {
    display: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [cards]: { display: 'block' },
  },
  head: { paddingInline: 0, minWidth: 0 },
});

export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  /** How wide, as a grid says it. */
  readonly track: string;
  readonly cell: (row: Row) => ReactNode;
  /** What it is needs no heading on a card. */
  readonly plain?: boolean;
};

type Props<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
};

export const Records = <Row,>({ label, columns, rows, keyOf }: Props<Row>) => {
  const styles = useStyles();
  const tracks = { gridTemplateColumns: columns.map(({ track }) => track).join(' ') };
  return (
    <div className={styles.frame}>
      <Table noNativeElements className={styles.table} aria-label={label}>
        <TableHeader className={styles.heads}>
          <TableRow className={styles.row} style={tracks}>
            {columns.map(({ id, head }) => (
              <TableHeaderCell key={id} className={styles.head}>
                {head}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody className={styles.body}>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} className={styles.row} style={tracks}>
              {columns.map(({ id, head, plain = false, cell }) => (
                <TableCell key={id} className={styles.cell}>
                  {!plain && (
                    <span aria-hidden className={styles.label}>
                      {head}
                    </span>
                  )}
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};
