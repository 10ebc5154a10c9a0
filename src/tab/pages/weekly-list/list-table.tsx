/** The rows, some at a time, each with what the policy wants on the list. */
import { Badge, Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { SeenList, SeenRow } from '../../../journeys/weekly-seen.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { LevelBadge } from '../../status-badge.tsx';
import { type Column, Records } from '../registers/records.tsx';
import { dayText } from './days.ts';
import { choicesOf, type Filters } from './rows.ts';
import { listWords, words } from './words.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
  },
});

type FilterProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
};

const Filter = ({ label, value, choices, onChange }: FilterProps) => {
  const { touch } = useLayout();
  return (
    <Field label={label} size="small">
      <Select value={value} className={touch} onChange={(_, data) => onChange(data.value)}>
        <option value="">{words.filters.all}</option>
        {choices.map(([id, said]) => (
          <option key={id} value={id}>
            {said}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type FiltersProps = {
  readonly list: SeenList;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
};

export const ListFilters = ({ list, filters, onChange }: FiltersProps) => {
  const styles = useStyles();
  const { days, staff } = choicesOf(list);
  const { levels } = listWords.card;
  const { states } = words.filters;
  const set = (one: keyof Filters) => (value: string) => onChange({ ...filters, [one]: value });
  const same = (texts: readonly string[], said = (text: string) => text) =>
    texts.map((text) => [text, said(text)] as const);
  return (
    <fieldset className={styles.filters} aria-label={words.filters.label}>
      <Filter
        label={words.filters.day}
        value={filters.day}
        choices={same(days, dayText)}
        onChange={set('day')}
      />
      <Filter
        label={words.filters.staff}
        value={filters.staff}
        choices={same(staff)}
        onChange={set('staff')}
      />
      <Filter
        label={words.filters.risk}
        value={filters.risk}
        choices={[
          ['high', levels.high],
          ['medium', levels.medium],
          ['low', levels.low],
          ['none', words.chart.none],
        ]}
        onChange={set('risk')}
      />
      <Filter
        label={words.filters.state}
        value={filters.state}
        choices={[
          ['unsigned', states.unsigned],
          ['signed', states.signed],
        ]}
        onChange={set('state')}
      />
    </fieldset>
  );
};

const colours = { signed: 'success', added: 'informative', changed: 'warning' } as const;

const Signature = ({ row }: { readonly row: SeenRow }) => {
  const { columns } = listWords;
  const lacking = row.lacks.map((lack) => columns[lack as keyof typeof columns].toLowerCase());
  return (
    <>
      <Badge appearance="tint" size="large" color={colours[row.state]}>
        {words.table.states[row.state]}
      </Badge>
      {row.own && row.state !== 'signed' && <Text size={200}>{words.table.own}</Text>}
      {lacking.length > 0 && <Text size={200}>{words.table.lacks(lacking.join(', '))}</Text>}
    </>
  );
};

const VisitCell = ({ row: { visit } }: { readonly row: SeenRow }) =>
  visit === undefined ? (
    <Text>{words.table.noVisit}</Text>
  ) : (
    <>
      <Text>
        {dayText(visit.day)} · {visit.visitors}
      </Text>
      <LevelBadge level={visit.risk} />
      <Text size={200}>{visit.reference}</Text>
    </>
  );

type RowsProps = {
  readonly rows: readonly SeenRow[];
  /** Takes off what was compiled; left out where this person may not. */
  readonly onRemove?: ((row: SeenRow) => void) | undefined;
};

export const ListRows = ({ rows, onRemove }: RowsProps) => {
  const { touch } = useLayout();
  const { columns: heads } = listWords;
  const columns: readonly Column<SeenRow>[] = [
    { id: 'number', head: words.table.number, track: '3rem', cell: ({ number }) => number },
    {
      id: 'pupil',
      head: heads.pupil,
      track: 'minmax(0, 1.2fr)',
      cell: ({ pupil }) => <Text weight="semibold">{pupil}</Text>,
    },
    { id: 'address', head: heads.address, track: 'minmax(0, 1.6fr)', cell: (row) => row.address },
    { id: 'parents', head: heads.parents, track: 'minmax(0, 1.2fr)', cell: (row) => row.parents },
    {
      id: 'contacts',
      head: heads.contacts,
      track: 'minmax(0, 1.2fr)',
      cell: (row) => row.contacts,
    },
    { id: 'attendance', head: heads.attendance, track: '6rem', cell: (row) => row.attendance },
    {
      id: 'visit',
      head: words.table.visit,
      track: 'minmax(0, 1.6fr)',
      cell: (row) => <VisitCell row={row} />,
    },
    {
      id: 'signature',
      head: words.table.signature,
      track: 'minmax(7rem, 1fr)',
      cell: (row) => (
        <>
          <Signature row={row} />
          {onRemove && row.visit === undefined && (
            <Button
              className={touch}
              size="small"
              aria-label={words.table.remove(row.pupil)}
              onClick={() => onRemove(row)}
            >
              {words.table.removeShort}
            </Button>
          )}
        </>
      ),
    },
  ];
  if (rows.length === 0) return <Empty said={words.filters.none} />;
  return <Records label={words.table.label} columns={columns} rows={rows} keyOf={({ id }) => id} />;
};

type PagesProps = {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
};

export const PageButtons = ({ page, pages, onPage }: PagesProps) => {
  const { row, touch } = useLayout();
  if (pages < 2) return null;
  return (
    <nav className={row} aria-label={words.pages.label}>
      <Button
        className={touch}
        icon={<ChevronLeftRegular />}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        {words.pages.previous}
      </Button>
      <Text aria-live="polite">{words.pages.place(page + 1, pages)}</Text>
      <Button
        className={touch}
        icon={<ChevronRightRegular />}
        iconPosition="after"
        disabled={page >= pages - 1}
        onClick={() => onPage(page + 1)}
      >
        {words.pages.next}
      </Button>
    </nav>
  );
};
