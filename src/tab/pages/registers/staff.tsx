/** Who is on the staff list, what the school has on record of them, and whether they may go on visits. */
import { Badge, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RegistersSeen, StaffSeen } from '../../../people/registers-seen.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { Phone } from '../../parts/phone.tsx';
import { ChangeButton } from './change-button.tsx';
import { daySaid } from './days.ts';
import { type Column, Records } from './records.tsx';
import { RolesWaiting } from './roles-waiting.tsx';
import { staffForm } from './staff-form.ts';
import { Clearance, StandingSaid } from './standing.tsx';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const said = words.staff;

type Filter = keyof typeof said.filters;
const filters = Object.entries(said.filters);

const shown: Readonly<Record<Filter, (member: StaffSeen) => boolean>> = {
  all: () => true,
  stopped: ({ against }) => against.length > 0,
  soon: ({ training }) => training.some(({ standing }) => standing === 'soon'),
};

const useStyles = makeStyles({
  filter: { flexWrap: 'wrap', flexShrink: 1 },
  facts: { margin: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  fact: { margin: 0 },
  training: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  subject: { display: 'grid' },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalS },
});

const yesNo = (value: boolean | undefined): string => {
  if (value === undefined) return words.notSaid;
  return value ? words.yes : words.no;
};

const Name = ({ member }: { readonly member: StaffSeen }) => {
  const { quiet } = useLayout();
  const own = member.roles.filter((role) => !member.standsInFor.includes(role));
  return (
    <>
      <Text weight="semibold">{member.name}</Text>
      <Text className={quiet}>{own.map((role) => words.roles[role]).join(', ')}</Text>
      {member.standsInFor.map((role) => (
        <Badge key={role} appearance="tint" color="brand">
          {said.standsIn(words.roles[role])}
        </Badge>
      ))}
      {member.away && (
        <Badge appearance="tint" color="informative">
          {said.away}
        </Badge>
      )}
    </>
  );
};

const OnRecord = ({ member }: { readonly member: StaffSeen }) => {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {(
        [
          [said.designated, member.designated],
          [said.checks, member.checksSeen],
        ] as const
      ).map(([term, value]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.fact}>{yesNo(value)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What has run out or soon will stands open; what is in date is a tap away. */
const Trained = ({ member }: { readonly member: StaffSeen }) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  const { training } = member;
  if (training.length === 0) return <Text className={quiet}>{said.noTraining}</Text>;
  const fine = training.filter(isFine);
  return (
    <>
      <Subjects training={training.filter((one) => !isFine(one))} />
      {fine.length > 0 && (
        <details>
          <summary className={styles.summary}>{said.inDate(fine.length, training.length)}</summary>
          <Subjects training={fine} />
        </details>
      )}
    </>
  );
};

const isFine = ({ standing }: StaffSeen['training'][number]): boolean => standing === 'good';

const Subjects = ({ training }: Pick<StaffSeen, 'training'>) => {
  const styles = useStyles();
  const { quiet } = useLayout();
  if (training.length === 0) return null;
  return (
    <ul className={styles.training}>
      {training.map(({ subject, on, until, standing }) => (
        <li key={subject} className={styles.subject}>
          <Text>{subject}</Text>
          <StandingSaid standing={standing} until={until} />
          {on !== '' && (
            <Text size={200} className={quiet}>
              {said.done(daySaid(on))}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
};

const columnsFor = (change: Change | undefined): readonly Column<StaffSeen>[] => [
  {
    id: 'name',
    head: said.columns.name,
    track: '1.2fr',
    plain: true,
    cell: (member) => <Name member={member} />,
  },
  {
    id: 'state',
    head: said.columns.state,
    track: '1.6fr',
    plain: true,
    cell: ({ against }) => (
      <Clearance against={against} clear={said.clear} notClear={said.notClear} />
    ),
  },
  {
    id: 'mobile',
    head: said.columns.mobile,
    track: '7rem',
    cell: ({ mobile }) =>
      mobile === '' ? <Text>{said.noMobile}</Text> : <Phone number={mobile} />,
  },
  {
    id: 'records',
    head: said.columns.records,
    track: '1fr',
    plain: true,
    cell: (member) => <OnRecord member={member} />,
  },
  {
    id: 'training',
    head: said.columns.training,
    track: '1.4fr',
    cell: (member) => <Trained member={member} />,
  },
  ...(change === undefined
    ? []
    : [
        {
          id: 'act',
          head: said.columns.act,
          track: '7.5rem',
          plain: true,
          cell: ({ id, name }: StaffSeen) => (
            <ChangeButton what={name} onPress={() => change.start(staffForm(id))} />
          ),
        },
      ]),
];

type ListProps = { readonly seen: RegistersSeen; readonly change: Change | undefined };

const Found = ({ seen, change, filter }: ListProps & { readonly filter: Filter }) => {
  const found = seen.staff.filter(shown[filter]);
  if (seen.staff.length === 0) return <Empty said={said.nothing} />;
  if (found.length === 0 && filter !== 'all') return <Empty said={said.none[filter]} />;
  return (
    <Records label={said.table} columns={columnsFor(change)} rows={found} keyOf={({ id }) => id} />
  );
};

/** Without `change` this person only reads. */
export const Staff = ({
  seen,
  change,
}: {
  readonly seen: RegistersSeen;
  readonly change: Change;
}) => {
  const layout = useLayout();
  const own = useStyles();
  const [filter, setFilter] = useState<Filter>('all');
  const count = seen.staff.filter(shown[filter]).length;
  return (
    <>
      <RolesWaiting staff={seen.staff} change={change} />
      <div className={layout.spread}>
        <TabList
          size="small"
          className={own.filter}
          aria-label={said.filter}
          selectedValue={filter}
          onTabSelect={(_, { value }) =>
            setFilter(value === 'stopped' || value === 'soon' ? value : 'all')
          }
        >
          {filters.map(([id, label]) => (
            <Tab key={id} value={id} className={layout.touch}>
              {label}
            </Tab>
          ))}
        </TabList>
        <Text className={layout.quiet} aria-live="polite">
          {said.count(count, seen.staff.length)}
        </Text>
      </div>
      <Found seen={seen} change={seen.mayChange ? change : undefined} filter={filter} />
    </>
  );
};
