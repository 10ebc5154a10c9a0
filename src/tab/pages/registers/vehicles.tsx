/** Cars that are used for visits, and whether they will do. */
import { Text } from '@fluentui/react-components';
import type { RegistersSeen, VehicleSeen } from '../../../people/registers-seen.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { AddButton, ChangeButton, RemoveButton } from './change-button.tsx';
import { type FormOf, formFor, peopleOf } from './form.ts';
import { type Column, Records } from './records.tsx';
import { Clearance, StandingSaid } from './standing.tsx';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const said = words.vehicles;

/** "Ford Fiesta AB12 CDE". */
const carOf = ({ make, model, registration }: VehicleSeen): string =>
  [make, model, registration].filter((part) => part !== '').join(' ');

const texts = [
  ['text', 'make'],
  ['text', 'model'],
  ['text', 'registration'],
  ['text', 'colour'],
  ['date', 'insuredUntil'],
  ['date', 'breakdownUntil'],
] as const;

const startOf = (car: VehicleSeen | undefined) => ({
  owner: car?.owner?.id ?? '',
  ...Object.fromEntries(texts.map(([, name]) => [name, car?.[name] ?? ''])),
});

/** Without an id, one more. */
const keepForm =
  (id?: string): FormOf =>
  (seen) =>
    formFor(seen.vehicles, id, (car) => ({
      verb: 'keep-vehicle',
      title: car === undefined ? said.add : said.changeTitle,
      send: words.save,
      fields: [
        ...texts.map(([kind, name]) => ({ kind, name, label: said.fields[name] })),
        {
          kind: 'select',
          name: 'owner',
          label: said.fields.owner,
          choices: peopleOf(seen),
          none: said.school,
        },
      ],
      start: startOf(car),
    }));

const removeForm =
  (id: string): FormOf =>
  ({ vehicles }) => {
    const car = vehicles.find((one) => one.id === id);
    return (
      car && {
        verb: 'remove-vehicle',
        title: said.removeTitle(carOf(car)),
        says: said.removeSaid,
        send: words.remove,
        fields: [],
        start: {},
        unasked: { id, revision: car.revision },
      }
    );
  };

const Car = ({ car }: { readonly car: VehicleSeen }) => {
  const { quiet } = useLayout();
  return (
    <>
      <Text weight="semibold">{[car.make, car.model].filter(Boolean).join(' ')}</Text>
      <Text>{car.registration}</Text>
      <Text className={quiet}>{car.colour}</Text>
    </>
  );
};

const Acts = ({ car, change }: { readonly car: VehicleSeen; readonly change: Change }) => (
  <div className={useLayout().row}>
    <ChangeButton what={carOf(car)} onPress={() => change.start(keepForm(car.id))} />
    <RemoveButton what={carOf(car)} onPress={() => change.start(removeForm(car.id))} />
  </div>
);

const columnsFor = (change: Change | undefined): readonly Column<VehicleSeen>[] => [
  {
    id: 'car',
    head: said.columns.car,
    track: '1fr',
    plain: true,
    cell: (car) => <Car car={car} />,
  },
  {
    id: 'owner',
    head: said.columns.owner,
    track: '0.8fr',
    cell: ({ owner }) => <Text>{owner?.name ?? said.school}</Text>,
  },
  {
    id: 'insurance',
    head: said.columns.insurance,
    track: '1fr',
    cell: ({ insurance, insuredUntil }) => (
      <StandingSaid standing={insurance} until={insuredUntil} />
    ),
  },
  {
    id: 'breakdown',
    head: said.columns.breakdown,
    track: '1fr',
    cell: ({ breakdown, breakdownUntil }) => (
      <StandingSaid standing={breakdown} until={breakdownUntil} />
    ),
  },
  {
    id: 'state',
    head: said.columns.state,
    track: '1.3fr',
    plain: true,
    cell: ({ against }) => (
      <Clearance against={against} clear={said.clear} notClear={said.notClear} />
    ),
  },
  ...(change === undefined
    ? []
    : [
        {
          id: 'act',
          head: said.columns.act,
          track: '8rem',
          plain: true,
          cell: (car: VehicleSeen) => <Acts car={car} change={change} />,
        },
      ]),
];

type Props = { readonly seen: RegistersSeen; readonly change: Change };

export const Vehicles = ({ seen, change }: Props) => (
  <>
    {seen.mayChange && (
      <div>
        <AddButton main onPress={() => change.start(keepForm())}>
          {said.add}
        </AddButton>
      </div>
    )}
    {seen.vehicles.length === 0 ? (
      <Empty said={said.nothing} />
    ) : (
      <Records
        label={said.table}
        columns={columnsFor(seen.mayChange ? change : undefined)}
        rows={seen.vehicles}
        keyOf={({ id }) => id}
      />
    )}
  </>
);
