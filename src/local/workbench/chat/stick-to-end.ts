import { type RefObject, useEffect, useRef, useState } from 'react';

const near = 48;
const atEnd = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight < near;

/** Keeps the newest in sight while somebody reads the newest, and otherwise leaves the place alone. */
export const useStickToEnd = (box: RefObject<HTMLElement | null>, newest: string | undefined) => {
  const stuck = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const known = useRef(newest);

  useEffect(() => {
    const element = box.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const toEnd = () => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
    };
    const onScroll = () => {
      stuck.current = atEnd(element);
      if (stuck.current) setUnseen(false);
    };
    const watcher = new ResizeObserver(toEnd);
    watcher.observe(content);
    watcher.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    toEnd();
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [box]);

  useEffect(() => {
    if (known.current !== newest && !stuck.current) setUnseen(true);
    known.current = newest;
  }, [newest]);

  const goToEnd = () => {
    stuck.current = true;
    setUnseen(false);
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  return { unseen, goToEnd };
};
