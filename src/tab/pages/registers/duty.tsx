/** Who is on duty, who stands in for whom, and who is away. */
import { Button, Subtitle2, Text } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState } from 'react';
import type { RegistersSeen } from '../../../people/registers-seen.ts';
import { useNow } from '../../clock.ts';
import { useLayout } from '../../layout.ts';
import { Empty } from '../../parts/notices.tsx';
import { AddButton } from './change-button.tsx';
import { dateSaid, momentSaid } from './days.ts';
import { doesSaid, dutyForm } from './duty-form.ts';
import { DutyWeek } from './duty-week.tsx';
import type { Change } from './use-change.ts';
import { dutyIn, type Week, weekAt } from './week.ts';
import { words } from './words.ts';

const said = words.duty;
const kinds = ['on-duty', 'stands-in', 'away'] as const;

const Now = ({ seen }: { readonly seen: RegistersSeen }) => {
  const layout = useLayout();
  const now = seen.duty.filter(({ effect }) => effect === 'now');
  return (
    <section className={layout.card} aria-label={said.now}>
      <Subtitle2 as="h2" className={layout.heading}>
        {said.now}
      </Subtitle2>
      {now.length === 0 && <Text>{said.nobodyNow}</Text>}
      {now.length > 0 && (
        <ul className={layout.list}>
          {now.map((one) => (
            <li key={one.id}>
              <Text weight="semibold">{one.person.name}</Text>{' '}
              <Text>
                {doesSaid(one)}, {said.until(momentSaid(one.until))}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Adds = ({ seen, change }: Props) => (
  <div className={useLayout().row}>
    {kinds.map((kind, index) => (
      <AddButton key={kind} main={index === 0} onPress={() => change.start(dutyForm(kind))}>
        {said.add[kind]}
      </AddButton>
    ))}
    {seen.delegation === 'off' && <Text>{said.off}</Text>}
  </div>
);

type WeeksProps = {
  readonly week: Week;
  readonly current: boolean;
  readonly onMove: (by: -1 | 0 | 1) => void;
};

const Weeks = ({ week, current, onMove }: WeeksProps) => {
  const layout = useLayout();
  const [monday = '', , , , , , sunday = ''] = week.days;
  return (
    <div className={layout.spread}>
      <Subtitle2 as="h2" className={layout.heading} aria-live="polite">
        {said.week(dateSaid(monday), dateSaid(sunday))}
      </Subtitle2>
      <div className={layout.row}>
        <Button
          className={layout.touch}
          icon={<ChevronLeftRegular />}
          aria-label={said.before}
          onClick={() => onMove(-1)}
        />
        <Button className={layout.touch} disabledFocusable={current} onClick={() => onMove(0)}>
          {said.thisWeek}
        </Button>
        <Button
          className={layout.touch}
          icon={<ChevronRightRegular />}
          aria-label={said.after}
          onClick={() => onMove(1)}
        />
      </div>
    </div>
  );
};

type Props = { readonly seen: RegistersSeen; readonly change: Change };

export const DutyRota = ({ seen, change }: Props) => {
  const now = useNow();
  const [after, setAfter] = useState(0);
  const week = weekAt(now, after);
  const duty = dutyIn(week, seen.duty);
  return (
    <>
      <Now seen={seen} />
      {seen.mayChange && <Adds seen={seen} change={change} />}
      <Weeks
        week={week}
        current={after === 0}
        onMove={(by) => setAfter((before) => (by === 0 ? 0 : before + by))}
      />
      {duty.length === 0 ? (
        <Empty said={said.emptyWeek} />
      ) : (
        <DutyWeek week={week} duty={duty} change={seen.mayChange ? change : undefined} />
      )}
    </>
  );
};
