import './cards.css';
import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  mergeClasses,
  ProgressBar,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { Press } from '../control.ts';
import type { Answer, Card } from '../shapes.ts';
import { words } from '../words.ts';
import type { Inputs } from './draw-card.ts';
import { choicesOf, type Outcome, outcomeOf } from './outcome.ts';
import { Told } from './told.tsx';
import { useDrawnCard } from './use-drawn-card.ts';

const useStyles = makeStyles({
  frame: { position: 'relative', minWidth: 0 },
  busy: { opacity: 0.6, pointerEvents: 'none' },
  progress: { position: 'absolute', left: 0, right: 0, top: 0, zIndex: 1 },
});

export type CardProps = {
  readonly card: Card;
  readonly message: string;
  readonly label: string;
  readonly onPress: (what: Press) => Promise<Answer>;
  readonly onOpen: (link: string) => void;
  /** Something was pressed and answered: what is shown around the card may have changed. */
  readonly onAnswered: () => void;
  /** In a dialog: what to do when a press brings an end to it. */
  readonly onEnded?: (outcome: Outcome) => void;
};

/** A card by the real renderer. It is drawn again only when its content changes, and then keeps what was typed. */
export const CardView = (props: CardProps) => {
  const styles = useStyles();
  const { shown, told, setTold, busy, onPress } = usePresses(props);
  const host = useDrawnCard(shown, {
    onPress,
    onOpen: props.onOpen,
    onSearch: (dataset, text) =>
      props
        .onPress({ message: props.message, query: { dataset, text } })
        .then(choicesOf, () => undefined),
  });
  return (
    <div className={styles.frame}>
      {busy && <ProgressBar className={styles.progress} aria-label={words.card.working} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a card is not a set of form fields. */}
      <div
        ref={host}
        className={mergeClasses('hv-card', busy && styles.busy)}
        role="group"
        aria-label={props.label}
        aria-busy={busy}
        tabIndex={-1}
      />
      <Told outcome={told} onDismiss={() => setTold(undefined)} />
      {told?.kind === 'dialog' && <CardDialog {...props} opened={told} onEnded={setTold} />}
    </div>
  );
};

const unreachable: Answer = { status: 502, body: words.card.unreachable };

/** One press at a time; what it brought is shown until the conversation itself has something newer. */
const usePresses = ({ card, message, onPress, onAnswered, onEnded }: CardProps) => {
  const [answered, setAnswered] = useState<{ readonly over: string; readonly card: Card }>();
  const [told, setTold] = useState<Outcome>();
  const [busy, setBusy] = useState(false);
  const pressing = useRef(false);
  const polled = JSON.stringify(card);

  const settle = (outcome: Outcome) => {
    const goesOn = outcome.kind === 'failed' || outcome.kind === 'card';
    if (outcome.kind === 'card') setAnswered({ over: polled, card: outcome.card });
    if (onEnded && !goesOn) onEnded(outcome);
    else setTold(outcome);
  };
  const press = async (action: string, inputs: Inputs) => {
    if (pressing.current) return;
    pressing.current = true;
    setBusy(true);
    setTold(undefined);
    const answer = await onPress({ message, action, inputs }).catch(() => unreachable);
    pressing.current = false;
    setBusy(false);
    settle(outcomeOf(answer));
    onAnswered();
  };
  return {
    shown: answered?.over === polled ? answered.card : card,
    told,
    setTold,
    busy,
    onPress: (action: string, inputs: Inputs) => void press(action, inputs),
  };
};

type DialogProps = CardProps & {
  readonly opened: Extract<Outcome, { kind: 'dialog' }>;
  readonly onEnded: (outcome: Outcome) => void;
};

/** What Teams opens for `task/fetch`: a card in a dialog, until it is submitted or closed. */
const CardDialog = ({ opened, ...card }: DialogProps) => (
  <Dialog open onOpenChange={(_, { open }) => !open && card.onEnded({ kind: 'done' })}>
    <DialogSurface>
      <DialogBody>
        <DialogTitle
          action={
            <DialogTrigger action="close">
              <Button appearance="subtle" aria-label={words.close} icon={<DismissRegular />} />
            </DialogTrigger>
          }
        >
          {opened.title}
        </DialogTitle>
        <DialogContent>
          <CardView
            {...card}
            key={opened.id}
            card={opened.card}
            message={opened.id}
            label={opened.title}
          />
        </DialogContent>
      </DialogBody>
    </DialogSurface>
  </Dialog>
);
