/** What the school keeps on record for its visits: staff, vehicles, devices, duty rota, calendar. */
import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Subtitle1,
  Tab,
  TabList,
  Text,
} from '@fluentui/react-components';
import type { RegistersSeen } from '../../../people/registers-seen.ts';
import { minutesBetween } from '../../../vocabulary.ts';
import { useSession } from '../../client-context.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { useLive } from '../../live.ts';
import { Empty, FailureBar, Waiting } from '../../parts/notices.tsx';
import { go, useRoute } from '../../route.ts';
import { dayAndTime } from '../../when.ts';
import { words as tabWords } from '../../words.ts';
import { Calendar } from './calendar.tsx';
import { Devices } from './devices.tsx';
import { DutyRota } from './duty.tsx';
import { ChangeSaid, FormDialog } from './form-dialog.tsx';
import { RunsOut } from './runs-out.tsx';
import { Staff } from './staff.tsx';
import { type Change, useChange } from './use-change.ts';
import { Vehicles } from './vehicles.tsx';
import { words } from './words.ts';

type Part = keyof typeof words.parts;

const parts = Object.entries(words.parts);
const isPart = (name: string | undefined): name is Part =>
  name !== undefined && Object.hasOwn(words.parts, name);

/** SharePoint is looked at often; longer than this it has not answered. */
const oldAfterMinutes = 15;

const useStyles = makeStyles({
  parts: { flexWrap: 'wrap' },
});

const Old = ({ seen }: { readonly seen: RegistersSeen }) => {
  const now = useNow();
  const { readAt } = seen;
  const { quiet } = useLayout();
  if (readAt !== undefined && minutesBetween(readAt, now) < oldAfterMinutes)
    return <Text className={quiet}>{words.readAt(dayAndTime(readAt, now))}</Text>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.old.title}</MessageBarTitle>
        {readAt === undefined ? words.old.never : words.old.since(dayAndTime(readAt, now))}
      </MessageBarBody>
    </MessageBar>
  );
};

type Shown = { readonly part: Part; readonly seen: RegistersSeen; readonly change: Change };

const Register = ({ part, ...shown }: Shown) => {
  switch (part) {
    case 'staff':
      return <Staff {...shown} />;
    case 'vehicles':
      return <Vehicles {...shown} />;
    case 'devices':
      return <Devices {...shown} />;
    case 'duty':
      return <DutyRota {...shown} />;
    case 'calendar':
      return <Calendar {...shown} />;
    default:
      return part satisfies never;
  }
};

const Loaded = ({ part, seen, change }: Shown) => {
  const layout = useLayout();
  const styles = useStyles();
  return (
    <>
      <Old seen={seen} />
      {!seen.mayChange && <Text>{words.readOnly}</Text>}
      <ChangeSaid change={change} />
      <RunsOut runsOut={seen.runsOut} />
      <TabList
        className={styles.parts}
        aria-label={words.sections}
        selectedValue={part}
        onTabSelect={(_, { value }) => go({ page: 'registers', part: String(value) })}
      >
        {parts.map(([id, label]) => (
          <Tab key={id} value={id} className={layout.touch}>
            {label}
          </Tab>
        ))}
      </TabList>
      <section key={part} className={layout.page} aria-label={words.parts[part]}>
        <Register part={part} seen={seen} change={change} />
      </section>
    </>
  );
};

export const RegistersPage = () => {
  const { client } = useSession();
  const layout = useLayout();
  const live = useLive(client.registers);
  const change = useChange(live);
  const { part } = useRoute();
  const { data, failure, gone } = live;
  return (
    <div className={layout.page}>
      <Subtitle1 as="h1" className={layout.heading}>
        {words.title}
      </Subtitle1>
      <FailureBar failure={failure} again={live.reload} />
      {gone && <Empty said={tabWords.visit.gone} />}
      {data === undefined && !failure && !gone && <Waiting />}
      {data && <Loaded part={isPart(part) ? part : 'staff'} seen={data} change={change} />}
      <FormDialog change={change} />
    </div>
  );
};
