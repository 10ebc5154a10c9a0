import { useEffect, useRef } from 'react';
import type { Card } from '../shapes.ts';
import { words } from '../words.ts';
import { type CardEvents, type Drawn, drawCard } from './draw-card.ts';

const boxes = 'input,textarea,select';
const placeOf = (host: HTMLElement): number =>
  [...host.querySelectorAll(boxes)].findIndex((box) => box === document.activeElement);

const unfolding = (host: HTMLElement): readonly HTMLElement[] => [
  ...host.querySelectorAll<HTMLElement>('.ac-pushButton.expandable'),
];
const isUnfolded = (button: HTMLElement) => button.classList.contains('expanded');

/** What was unfolded is unfolded again: somebody may be in the middle of it. */
const unfold = (host: HTMLElement, titles: readonly (string | null)[]) => {
  for (const button of unfolding(host)) {
    if (titles.includes(button.textContent) && !isUnfolded(button)) button.click();
  }
};

/** Draws afresh with what was typed in it, and gives the keyboard back to where it was. */
const redraw = (host: HTMLElement, drawn: Drawn, done: boolean) => {
  const hadFocus = host.contains(document.activeElement);
  const place = placeOf(host);
  const unfolded = done ? [] : unfolding(host).filter(isUnfolded);
  host.replaceChildren(drawn.element);
  unfold(
    host,
    unfolded.map((button) => button.textContent),
  );
  if (!hadFocus) return;
  const again = host.querySelectorAll<HTMLElement>(boxes)[place];
  (again ?? host).focus({ preventScroll: true });
};

/** What is being pressed is not taken away from under the finger. Answers how to call it off. */
const onceLetGo = (host: HTMLElement, act: () => void): (() => void) | undefined => {
  if (!host.matches(':active')) {
    act();
    return undefined;
  }
  const go = () => setTimeout(act);
  window.addEventListener('pointerup', go, { once: true });
  return () => window.removeEventListener('pointerup', go);
};

/** Only new content is drawn: a new handler is no reason to, nor is another theme. */
export const useDrawnCard = (card: Card, events: CardEvents) => {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  const drawn = useRef<Drawn>(undefined);
  // A press is the end of what was unfolded for it.
  const pressed = useRef(false);
  useEffect(() => {
    latest.current = events;
  });
  const content = JSON.stringify(card);
  useEffect(() => {
    if (!host.current) return;
    const through: CardEvents = {
      onPress: (action, inputs) => {
        pressed.current = true;
        latest.current.onPress(action, inputs);
      },
      onOpen: (link) => latest.current.onOpen(link),
      onSearch: (dataset, text) => latest.current.onSearch(dataset, text),
    };
    const box = host.current;
    return onceLetGo(box, () => {
      const typed = drawn.current?.typed() ?? {};
      const { searchFailed } = words.card;
      drawn.current = drawCard(JSON.parse(content), through, { typed, searchFailed });
      redraw(box, drawn.current, pressed.current);
      pressed.current = false;
    });
  }, [content]);
  return host;
};
