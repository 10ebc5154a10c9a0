/** Alarm devices and the school's phones, and who has them. */
import { Text } from '@fluentui/react-components';
import type { DeviceSeen, RegistersSeen } from '../../../people/registers-seen.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { AddButton, ChangeButton, RemoveButton } from './change-button.tsx';
import { type FormOf, formFor, peopleOf, yesNoOf, yesOrNo } from './form.ts';
import { type Column, Records } from './records.tsx';
import { StateBadge } from './standing.tsx';
import type { Change } from './use-change.ts';
import { words } from './words.ts';

const said = words.devices;

const startOf = (device: DeviceSeen | undefined) => ({
  name: device?.name ?? '',
  kind: device?.kind ?? '',
  holder: device?.holder?.id ?? '',
  working: device === undefined ? 'yes' : yesNoOf(device.working),
});

const keepForm =
  (id?: string): FormOf =>
  (seen) =>
    formFor(seen.devices, id, (device) => ({
      verb: 'keep-device',
      title: device === undefined ? said.add : said.changeTitle,
      send: words.save,
      fields: [
        { kind: 'text', name: 'name', label: said.fields.name },
        {
          kind: 'select',
          name: 'kind',
          label: said.fields.kind,
          choices: Object.entries(said.kinds),
          none: words.choose,
        },
        {
          kind: 'select',
          name: 'holder',
          label: said.fields.holder,
          choices: peopleOf(seen),
          none: words.nobody,
        },
        { kind: 'radio', name: 'working', label: said.fields.working, choices: yesOrNo },
      ],
      start: startOf(device),
    }));

const removeForm =
  (id: string): FormOf =>
  ({ devices }) => {
    const device = devices.find((one) => one.id === id);
    return (
      device && {
        verb: 'remove-device',
        title: said.removeTitle(device.name),
        says: said.removeSaid,
        send: words.remove,
        fields: [],
        start: {},
        unasked: { id, revision: device.revision },
      }
    );
  };

const Acts = ({ device, change }: { readonly device: DeviceSeen; readonly change: Change }) => (
  <div className={useLayout().row}>
    <ChangeButton what={device.name} onPress={() => change.start(keepForm(device.id))} />
    <RemoveButton what={device.name} onPress={() => change.start(removeForm(device.id))} />
  </div>
);

const columnsFor = (change: Change | undefined): readonly Column<DeviceSeen>[] => [
  {
    id: 'name',
    head: said.columns.name,
    track: '1.2fr',
    plain: true,
    cell: ({ name }) => <Text weight="semibold">{name}</Text>,
  },
  {
    id: 'kind',
    head: said.columns.kind,
    track: '1fr',
    cell: ({ kind }) => <Text>{said.kinds[kind]}</Text>,
  },
  {
    id: 'holder',
    head: said.columns.holder,
    track: '1fr',
    cell: ({ holder }) => <Text>{holder?.name ?? words.nobody}</Text>,
  },
  {
    id: 'working',
    head: said.columns.working,
    track: '1fr',
    plain: true,
    cell: ({ working }) => (
      <StateBadge good={working}>{working ? said.works : said.broken}</StateBadge>
    ),
  },
  ...(change === undefined
    ? []
    : [
        {
          id: 'act',
          head: said.columns.act,
          track: '14rem',
          plain: true,
          cell: (device: DeviceSeen) => <Acts device={device} change={change} />,
        },
      ]),
];

type Props = { readonly seen: RegistersSeen; readonly change: Change };

export const Devices = ({ seen, change }: Props) => (
  <>
    {seen.mayChange && (
      <div>
        <AddButton main onPress={() => change.start(keepForm())}>
          {said.add}
        </AddButton>
      </div>
    )}
    {seen.devices.length === 0 ? (
      <Empty said={said.nothing} />
    ) : (
      <Records
        label={said.table}
        columns={columnsFor(seen.mayChange ? change : undefined)}
        rows={seen.devices}
        keyOf={({ id }) => id}
      />
    )}
  </>
);
