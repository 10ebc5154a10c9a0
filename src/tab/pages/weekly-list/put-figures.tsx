/** Attendance figures onto the list: pasted, from a file, or by hand; read at once, and named line by line where they cannot be. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Subtitle2,
  Tab,
  TabList,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { type Figure, figureColumns, longest, percentText } from '../../../weekly-list/figure.ts';
import { type BadLine, readFigures } from '../../../weekly-list/read-figures.ts';
import { useLayout } from '../../layout.ts';
import { Records } from '../registers/records.tsx';
import { doubtText } from './doubts.ts';
import { textOfFile } from './files.ts';
import type { ListAct } from './use-list.ts';
import { listWords, words } from './words.ts';

const useStyles = makeStyles({
  text: { minHeight: '10rem', fontFamily: tokens.fontFamilyMonospace },
  file: { display: 'none' },
  bad: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  hand: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(12rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

const mostPreviewed = 5;
const mostBad = 50;

const BadLines = ({ bad }: { readonly bad: readonly BadLine[] }) => {
  const styles = useStyles();
  const layout = useLayout();
  if (bad.length === 0) return null;
  return (
    <section aria-label={words.put.bad}>
      <Text weight="semibold">{words.put.bad}</Text>
      <ul className={styles.bad}>
        {bad.slice(0, mostBad).map(({ line, cells, doubts }) => (
          <li key={line}>
            <Text>
              {words.put.line(line)}: {doubts.map(doubtText).join(' ') || listWords.doubts.behind}
            </Text>{' '}
            <Text className={layout.quiet}>{cells.filter((cell) => cell !== '').join(' | ')}</Text>
          </li>
        ))}
      </ul>
      {bad.length > mostBad && <Text>{listWords.card.more(bad.length - mostBad)}</Text>}
    </section>
  );
};

/** What could not be taken, as it was given. */
const restOf = (bad: readonly BadLine[]): string =>
  bad.map(({ cells }) => cells.map(quoted).join('\t')).join('\n');

const quoted = (cell: string): string =>
  /["\t\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const Paste = ({ act }: { readonly act: ListAct }) => {
  const styles = useStyles();
  const layout = useLayout();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState('');
  const [replace, setReplace] = useState(false);
  const given = useDeferredValue(text);
  const read = useMemo(() => readFigures(given), [given]);
  const { figures, bad, leftOut } = read;
  const take = async () => {
    const how = replace ? 'replace' : 'add';
    if (await act.press('compile-list', { text, how })) setText(restOf(readFigures(text).bad));
  };
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const found = await textOfFile(chosen);
    setTrouble(found.kind === 'text' ? '' : words.put[found.kind]);
    if (found.kind === 'text') setText(found.text);
  };
  return (
    <>
      <Field label={words.put.text} {...(trouble === '' ? {} : { validationMessage: trouble })}>
        <Textarea
          value={text}
          resize="vertical"
          textarea={{ className: styles.text, spellCheck: false }}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      <div className={layout.row}>
        <Button className={layout.touch} onClick={() => file.current?.click()}>
          {words.put.file}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className={styles.file}
          aria-label={words.put.file}
          tabIndex={-1}
          onChange={({ currentTarget }) => {
            void choose(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      {given.trim() !== '' && (
        <>
          <Text aria-live="polite">{words.put.previewed(figures.length, bad.length)}</Text>
          {leftOut.length > 0 && <Text>{words.put.leftOut(leftOut.join(', '))}</Text>}
          {figures.length > 0 && (
            <Records
              label={words.put.preview}
              keyOf={(row) => `${row.pupil} ${row.address}`}
              rows={figures.slice(0, mostPreviewed)}
              columns={figureColumns.map((column) => ({
                id: column,
                head: listWords.columns[column],
                track: 'minmax(0, 1fr)',
                cell: (row: Figure) =>
                  column === 'attendance' ? percentText(row.attendance) : row[column],
              }))}
            />
          )}
          {figures.length > mostPreviewed && (
            <Text>{listWords.card.more(figures.length - mostPreviewed)}</Text>
          )}
          <BadLines bad={bad} />
          {bad.length > 0 && figures.length > 0 && <Text>{words.put.kept}</Text>}
          <Checkbox
            checked={replace}
            label={words.put.replace}
            onChange={(_, { checked }) => setReplace(checked === true)}
          />
          <div>
            <Button
              appearance="primary"
              className={layout.touch}
              disabledFocusable={act.sending || figures.length === 0}
              onClick={() => void take()}
            >
              {words.put.take(figures.length)}
            </Button>
          </div>
        </>
      )}
    </>
  );
};

const blank = { pupil: '', address: '', parents: '', contacts: '', attendance: '' };

const ByHand = ({ act }: { readonly act: ListAct }) => {
  const styles = useStyles();
  const layout = useLayout();
  const [row, setRow] = useState(blank);
  const [tried, setTried] = useState(false);
  const text = figureColumns.map((column) => `"${row[column].replaceAll('"', '""')}"`).join('\t');
  const doubts = tried ? readFigures(text).bad.flatMap((line) => line.doubts) : [];
  const beside = (column: (typeof figureColumns)[number]) => {
    const doubt = doubts.find((one) =>
      'column' in one ? one.column === column : 'said' in one && column === 'attendance',
    );
    return doubt === undefined ? {} : { validationMessage: doubtText(doubt) };
  };
  const add = async () => {
    setTried(true);
    if (readFigures(text).figures.length === 0) return;
    if (await act.press('compile-list', { text, how: 'add' })) {
      setRow(blank);
      setTried(false);
    }
  };
  return (
    <form
      className={layout.section}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.hand}>
        {figureColumns.map((column) => (
          <Field key={column} label={listWords.columns[column]} required {...beside(column)}>
            <Input
              value={row[column]}
              maxLength={longest[column]}
              className={layout.touch}
              onChange={(_, { value }) => setRow((before) => ({ ...before, [column]: value }))}
            />
          </Field>
        ))}
      </div>
      <div>
        <Button type="submit" appearance="primary" className={layout.touch}>
          {words.put.add}
        </Button>
      </div>
    </form>
  );
};

export const PutFigures = ({ act }: { readonly act: ListAct }) => {
  const layout = useLayout();
  const [way, setWay] = useState<unknown>('paste');
  return (
    <section className={layout.card} aria-label={words.put.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.put.title}
      </Subtitle2>
      <Text>{words.put.hint}</Text>
      <TabList
        aria-label={words.put.title}
        selectedValue={way}
        onTabSelect={(_, { value }) => setWay(value)}
      >
        <Tab value="paste">{words.put.paste}</Tab>
        <Tab value="hand">{words.put.byHand}</Tab>
      </TabList>
      {way === 'paste' ? <Paste act={act} /> : <ByHand act={act} />}
    </section>
  );
};
