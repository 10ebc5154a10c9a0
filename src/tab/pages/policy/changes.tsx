/** What differs, setting by setting: as it is, and as it becomes. */
import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { DifferenceInWords } from '../../../policy/in-words.ts';
import { words } from './words.ts';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: { verticalAlign: 'top', paddingBlock: tokens.spacingVerticalS, wordBreak: 'break-word' },
});

const columns = [words.versions.setting, words.versions.was, words.versions.becomes] as const;

export const Changes = ({ changes }: { readonly changes: readonly DifferenceInWords[] }) => {
  const styles = useStyles();
  return (
    <div className={styles.scroll}>
      <Table aria-label={words.versions.changes} size="small">
        <TableHeader>
          <TableRow>
            {columns.map((column) => (
              <TableHeaderCell key={column}>{column}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {changes.map(({ label, from, to }) => (
            <TableRow key={label}>
              <TableCell className={styles.cell}>{label}</TableCell>
              <TableCell className={styles.cell}>{from || words.versions.gone}</TableCell>
              <TableCell className={styles.cell}>
                <Text weight="semibold">{to || words.versions.gone}</Text>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
};
