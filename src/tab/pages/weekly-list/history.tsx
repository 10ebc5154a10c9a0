/** What was signed of this week, each copy to be shown word for word. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  Subtitle2,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SeenCopy, SeenFrozen, SeenList } from '../../../journeys/weekly-seen.ts';
import { type Instant, schoolDate, schoolTime } from '../../../vocabulary.ts';
import type { FrozenRow } from '../../../weekly-list/signed.ts';
import { useSession } from '../../client-context.ts';
import { useLayout } from '../../layout.ts';
import { Waiting } from '../../parts/notices.tsx';
import { words as tabWords } from '../../words.ts';
import { type Column, Records } from '../registers/records.tsx';
import { dayText } from './days.ts';
import { listWords, words } from './words.ts';

const useStyles = makeStyles({ wide: { maxWidth: 'min(72rem, 96vw)', width: '96vw' } });

const when = (moment: Instant): string => `${schoolDate(moment)} ${schoolTime(moment)}`;

const { columns: heads } = listWords;

const columns: readonly Column<FrozenRow>[] = [
  { id: 'pupil', head: heads.pupil, track: 'minmax(0, 1fr)', cell: ({ pupil }) => pupil },
  { id: 'address', head: heads.address, track: 'minmax(0, 1.5fr)', cell: (row) => row.address },
  { id: 'parents', head: heads.parents, track: 'minmax(0, 1fr)', cell: (row) => row.parents },
  { id: 'contacts', head: heads.contacts, track: 'minmax(0, 1fr)', cell: (row) => row.contacts },
  { id: 'attendance', head: heads.attendance, track: '6rem', cell: (row) => row.attendance },
  {
    id: 'visit',
    head: words.table.visit,
    track: 'minmax(0, 1.5fr)',
    cell: ({ day, visitors, risk, reference }) =>
      day === ''
        ? words.table.noVisit
        : [dayText(day), visitors, risk === '' ? '' : listWords.card.levels[risk], reference]
            .filter((part) => part !== '')
            .join(' · '),
  },
];

type Opened = { readonly week: string; readonly copy: SeenCopy };

const Frozen = ({ week, copy }: Opened) => {
  const { client } = useSession();
  const styles = useStyles();
  const layout = useLayout();
  const [found, setFound] = useState<SeenFrozen | 'failed'>();
  const load = async () => {
    const reply = await client.signedCopy(week, copy.id);
    setFound(reply.kind === 'ok' ? reply.data.copy : 'failed');
  };
  return (
    <Dialog
      onOpenChange={(_, { open }) => {
        if (open) void load();
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button className={layout.touch}>{words.history.open}</Button>
      </DialogTrigger>
      <DialogSurface className={styles.wide}>
        <DialogBody>
          <DialogTitle>{words.history.dialog(copy.by, when(copy.at))}</DialogTitle>
          <DialogContent>
            {found === undefined && <Waiting />}
            {found === 'failed' && <Text>{tabWords.problems.failed.title}</Text>}
            {found !== undefined && found !== 'failed' && (
              <Records
                label={words.history.frozen}
                columns={columns}
                rows={found.frozen}
                keyOf={({ id }) => id}
              />
            )}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button className={layout.touch}>{words.history.close}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

export const History = ({ list }: { readonly list: SeenList }) => {
  const layout = useLayout();
  return (
    <section className={layout.card} aria-label={words.history.title}>
      <Subtitle2 as="h2" className={layout.heading}>
        {words.history.title}
      </Subtitle2>
      {list.copies.length === 0 ? (
        <Text>{words.history.none}</Text>
      ) : (
        <ul className={layout.list}>
          {list.copies.map((copy) => (
            <li key={copy.id} className={layout.spread}>
              <div className={layout.section}>
                <Text>{words.history[copy.how](copy.by, when(copy.at), copy.rows)}</Text>
                {!copy.seenAll && <Text>{words.history.unseen}</Text>}
                {copy.void && <Text weight="semibold">{words.history.void[copy.void]}</Text>}
                {!copy.filed && <Text>{words.history.following}</Text>}
              </div>
              <Frozen week={list.week} copy={copy} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
