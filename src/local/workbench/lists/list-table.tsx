import {
  Badge,
  createTableColumn,
  DataGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { words } from '../words.ts';
import { cellText, changedCells } from './cells.ts';
import type { Column, Item } from './graph.ts';

const useStyles = makeStyles({
  box: { overflow: 'auto', flexGrow: 1, minHeight: 0 },
  header: {
    position: 'sticky',
    insetBlockStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  cell: { overflow: 'hidden' },
  text: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    display: 'block',
    minWidth: 0,
  },
  changed: { backgroundColor: tokens.colorBrandBackground2 },
  tip: {
    position: 'fixed',
    zIndex: 2,
    maxWidth: '480px',
    maxHeight: '40vh',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    pointerEvents: 'none',
  },
});

const widths: Readonly<Record<string, number>> = {
  Title: 150,
  Address: 220,
  Visitors: 170,
  Status: 150,
  History: 320,
};
const seconds = 6_000;

type TableProps = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly items: readonly Item[];
};

/** A list as the office reads it. What has just changed is marked for a moment; long text opens on focus or hover. */
export const ListTable = ({ name, columns, items }: TableProps) => {
  const styles = useStyles();
  const changed = useChanged(items);
  const [whole, setWhole] = useState<{ readonly target: HTMLElement; readonly text: string }>();
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        createTableColumn<Item>({
          columnId: column.name,
          renderHeaderCell: () => column.title,
          renderCell: (item) => <Cell column={column} value={item.fields[column.name]} />,
        }),
      ),
    [columns],
  );
  const sizing = useMemo(
    () =>
      Object.fromEntries(
        columns.map(({ name: id, kind }) => {
          const width = widths[id] ?? (kind === 'moment' ? 140 : 130);
          return [id, { idealWidth: width, defaultWidth: width, minWidth: 80 }];
        }),
      ),
    [columns],
  );
  const point = ({ target }: SyntheticEvent) => setWhole(cutShort(target));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the cells' own focus.
    <div
      className={styles.box}
      onMouseOver={point}
      onFocus={point}
      onMouseLeave={() => setWhole(undefined)}
      onBlur={() => setWhole(undefined)}
    >
      <DataGrid
        items={[...items]}
        columns={definitions}
        getRowId={(item: Item) => item.id}
        focusMode="cell"
        size="small"
        resizableColumns
        resizableColumnsOptions={{ autoFitColumns: false }}
        columnSizingOptions={sizing}
        aria-label={words.lists.table(name)}
      >
        <DataGridHeader className={styles.header}>
          <DataGridRow>
            {({ renderHeaderCell }) => (
              <DataGridHeaderCell className={styles.head}>{renderHeaderCell()}</DataGridHeaderCell>
            )}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<Item>>
          {({ item, rowId }) => (
            <DataGridRow<Item> key={rowId}>
              {({ renderCell, columnId }) => (
                <DataGridCell
                  className={mergeClasses(
                    styles.cell,
                    changed.has(`${item.id} ${columnId}`) && styles.changed,
                  )}
                >
                  {renderCell(item)}
                </DataGridCell>
              )}
            </DataGridRow>
          )}
        </DataGridBody>
      </DataGrid>
      {whole && <Whole {...whole} />}
    </div>
  );
};

const Cell = ({ column, value }: { readonly column: Column; readonly value: unknown }) => {
  const styles = useStyles();
  const text = cellText(value);
  if (column.kind === 'choice' && text !== '') {
    return (
      <Badge appearance="tint" color="informative" size="medium" shape="rounded">
        {text}
      </Badge>
    );
  }
  return (
    <span className={styles.text} data-whole={text}>
      {text}
    </span>
  );
};

/** The whole of a long text, over its cell: the lists are at the foot of the page. */
const Whole = ({ target, text }: { readonly target: HTMLElement; readonly text: string }) => {
  const styles = useStyles();
  const { left, top } = target.getBoundingClientRect();
  const place = { left: Math.min(left, window.innerWidth - 500), bottom: window.innerHeight - top };
  return (
    <div className={styles.tip} role="tooltip" style={{ ...place, left: Math.max(place.left, 8) }}>
      {text}
    </div>
  );
};

/** The cell pointed at or focused, when it has more to say than there is room for. */
const cutShort = (target: EventTarget) => {
  if (!(target instanceof HTMLElement)) return undefined;
  const cell =
    target.closest<HTMLElement>('[data-whole]') ??
    target.querySelector<HTMLElement>('[data-whole]');
  const inCell = target.closest('[role="gridcell"]');
  if (!cell || !inCell || cell.scrollWidth <= cell.clientWidth) return undefined;
  return { target: cell, text: cell.getAttribute('data-whole') ?? '' };
};

const nothing: ReadonlySet<string> = new Set();

const useChanged = (items: readonly Item[]): ReadonlySet<string> => {
  const before = useRef(items);
  const [changed, setChanged] = useState(nothing);
  useEffect(() => {
    if (before.current === items) return;
    setChanged(changedCells(before.current, items));
    before.current = items;
    const timer = window.setTimeout(() => setChanged(nothing), seconds);
    return () => window.clearTimeout(timer);
  }, [items]);
  return changed;
};
