/** Terms, closures and office hours: from them it follows which days are school days. */
import { Badge, Subtitle2, Text } from '@fluentui/react-components';
import type { DatesSeen, RegistersSeen } from '../../../people/registers-seen.ts';
import { schoolDay } from '../../../vocabulary.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { AddButton, ChangeButton, RemoveButton } from './change-button.tsx';
import { daySaid } from './days.ts';
import { type FormOf, formFor } from './form.ts';
import { type Column, Records } from './records.tsx';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const said = words.calendar;
type Kind = DatesSeen['kind'];

const keepForm =
  (kind: Kind, id?: string): FormOf =>
  ({ dates }) =>
    formFor(dates, id, (one) => ({
      verb: 'keep-dates',
      title: one === undefined ? said.add[kind] : said.changeTitle[kind],
      send: words.save,
      fields: [
        { kind: 'text', name: 'name', label: said.fields.name[kind] },
        { kind: 'date', name: 'from', label: said.fields.from },
        { kind: 'date', name: 'until', label: said.fields.until },
      ],
      start: { name: one?.name ?? '', from: one?.from ?? '', until: one?.until ?? '' },
      unasked: { kind },
    }));

const removeForm =
  (id: string): FormOf =>
  ({ dates }) => {
    const one = dates.find((found) => found.id === id);
    return (
      one && {
        verb: 'remove-dates',
        title: said.removeTitle(one.name),
        says: said.removeSaid[one.kind],
        send: words.remove,
        fields: [],
        start: {},
        unasked: { id, revision: one.revision },
      }
    );
  };

const hoursForm: FormOf = ({ hours }) => ({
  verb: 'keep-hours',
  title: said.changeHours,
  send: words.save,
  fields: [
    { kind: 'time', name: 'opens', label: said.fields.opens },
    { kind: 'time', name: 'closes', label: said.fields.closes },
  ],
  start: { opens: hours.opens, closes: hours.closes },
  unasked: { revision: hours.revision },
});

const State = ({ from, until }: DatesSeen) => {
  const today = schoolDay(useNow());
  if (until < today)
    return (
      <Badge appearance="outline" color="informative">
        {said.over}
      </Badge>
    );
  const running = from <= today;
  return (
    <Badge appearance="tint" color={running ? 'brand' : 'informative'}>
      {running ? said.running : said.ahead}
    </Badge>
  );
};

const Acts = ({ one, change }: { readonly one: DatesSeen; readonly change: Change }) => (
  <div className={useLayout().row}>
    <ChangeButton what={one.name} onPress={() => change.start(keepForm(one.kind, one.id))} />
    <RemoveButton what={one.name} onPress={() => change.start(removeForm(one.id))} />
  </div>
);

const columnsFor = (change: Change | undefined): readonly Column<DatesSeen>[] => [
  {
    id: 'name',
    head: said.columns.name,
    track: '1.2fr',
    plain: true,
    cell: ({ name }) => <Text weight="semibold">{name}</Text>,
  },
  {
    id: 'days',
    head: said.columns.days,
    track: '1.4fr',
    plain: true,
    cell: ({ from, until }) => <Text>{said.days(daySaid(from), daySaid(until))}</Text>,
  },
  {
    id: 'state',
    head: said.columns.state,
    track: '6rem',
    plain: true,
    cell: (one) => <State {...one} />,
  },
  ...(change === undefined
    ? []
    : [
        {
          id: 'act',
          head: said.columns.act,
          track: '14rem',
          plain: true,
          cell: (one: DatesSeen) => <Acts one={one} change={change} />,
        },
      ]),
];

const lists = [
  ['term', said.terms, said.noTerms],
  ['closure', said.closures, said.noClosures],
] as const;

type Props = { readonly seen: RegistersSeen; readonly change: Change };

const Hours = ({ seen, change }: Props) => {
  const layout = useLayout();
  return (
    <section className={layout.section} aria-label={said.hours}>
      <div className={layout.spread}>
        <Subtitle2 as="h2" className={layout.heading}>
          {said.hours}
        </Subtitle2>
        {seen.mayChange && (
          <ChangeButton what={said.hours} onPress={() => change.start(hoursForm)} />
        )}
      </div>
      <Text>{said.hoursSaid(seen.hours.opens, seen.hours.closes)}</Text>
    </section>
  );
};

export const Calendar = ({ seen, change }: Props) => {
  const layout = useLayout();
  const { mayChange } = seen;
  return (
    <>
      {lists.map(([kind, title, nothing]) => {
        const dates = seen.dates.filter((one) => one.kind === kind);
        return (
          <section key={kind} className={layout.section} aria-label={title}>
            <div className={layout.spread}>
              <Subtitle2 as="h2" className={layout.heading}>
                {title}
              </Subtitle2>
              {mayChange && (
                <AddButton main={kind === 'term'} onPress={() => change.start(keepForm(kind))}>
                  {said.add[kind]}
                </AddButton>
              )}
            </div>
            {dates.length === 0 ? (
              <Empty said={nothing} />
            ) : (
              <Records
                label={title}
                columns={columnsFor(mayChange ? change : undefined)}
                rows={dates.toSorted((one, other) => (one.from < other.from ? -1 : 1))}
                keyOf={({ id }) => id}
              />
            )}
          </section>
        );
      })}
      <Hours seen={seen} change={change} />
    </>
  );
};
