import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ClockRegular, FastForwardRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { advanceClock, readClock } from '../control.ts';
import { dateOf, minutesUntil, timeOf } from '../school-time.ts';
import { useLive } from '../use-live.ts';
import { words } from '../words.ts';

const useStyles = makeStyles({
  clock: {
    display: 'flex',
    alignItems: 'center',
    position: 'relative',
    minHeight: '32px',
    paddingLeft: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  move: {
    minWidth: 'auto',
    whiteSpace: 'nowrap',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusCircular,
  },
  now: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    marginLeft: tokens.spacingHorizontalS,
    marginRight: tokens.spacingHorizontalXS,
  },
  progress: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    right: tokens.spacingHorizontalM,
    bottom: 0,
    width: 'auto',
  },
  form: { display: 'grid', gap: tokens.spacingVerticalM, width: '240px' },
});

type ClockProps = { readonly onFailed: (what: string) => void };

/** The one clock of school and product. Moving it does what falls due on the way before it answers. */
export const ClockControls = ({ onFailed }: ClockProps) => {
  const styles = useStyles();
  const { value: now, readAgain } = useLive(readClock, 2000);
  const [moving, setMoving] = useState(false);
  const move = async (minutes: number) => {
    setMoving(true);
    await advanceClock(minutes).catch(() => onFailed(words.clock.failed));
    setMoving(false);
    readAgain();
  };
  return (
    <div className={styles.clock}>
      <ClockRegular aria-hidden="true" fontSize={20} />
      <Text className={styles.now} weight="semibold" aria-live="polite">
        {now ? `${dateOf(now)} · ${timeOf(now)}` : '…'}
      </Text>
      <Button
        appearance="subtle"
        className={styles.move}
        disabledFocusable={moving}
        onClick={() => void move(10)}
      >
        {words.clock.tenMinutes}
      </Button>
      <Button
        appearance="subtle"
        className={styles.move}
        disabledFocusable={moving}
        onClick={() => void move(60)}
      >
        {words.clock.oneHour}
      </Button>
      {now && <MoveOn now={now} busy={moving} onMove={(minutes) => void move(minutes)} />}
      {moving && <ProgressBar className={styles.progress} aria-label={words.clock.moving} />}
    </div>
  );
};

const week = 10_080;
const wholeMinutes = (text: string): number | undefined => {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= week ? minutes : undefined;
};

type MoveProps = {
  readonly now: string;
  readonly busy: boolean;
  readonly onMove: (minutes: number) => void;
};

const MoveOn = ({ now, busy, onMove }: MoveProps) => {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState('30');
  const [until, setUntil] = useState('');
  const minutes = until === '' ? wholeMinutes(by) : minutesUntil(now, until);
  const move = () => {
    if (minutes === undefined) return;
    setOpen(false);
    onMove(minutes);
  };
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.move}
          icon={<FastForwardRegular />}
          disabledFocusable={busy}
          aria-label={words.clock.other}
        />
      </PopoverTrigger>
      <PopoverSurface aria-label={words.clock.other}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            move();
          }}
        >
          <Field
            label={words.clock.by}
            {...(minutes === undefined ? { validationMessage: words.clock.needsNumber } : {})}
          >
            <Input
              type="number"
              min={1}
              max={week}
              value={by}
              onChange={(_, { value }) => setBy(value)}
            />
          </Field>
          <Field label={words.clock.until}>
            <Input type="time" value={until} onChange={(_, { value }) => setUntil(value)} />
          </Field>
          <Button appearance="primary" type="submit">
            {words.clock.move}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
};
