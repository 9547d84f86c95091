// A box that opens at an element, above everything else on the page, and closes when the user turns elsewhere.
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { useEffect, useLayoutEffect, useRef, type HTMLAttributes, type RefObject } from 'react';
import { classes } from './classes';
import styles from './Popup.module.css';

const GAP_PX = 4;
const EDGE_PX = 8;

interface PopupProps extends HTMLAttributes<HTMLDivElement> {
  anchor: RefObject<HTMLElement | null>;
  /** The user clicked or tabbed to somewhere else. */
  onLeave: () => void;
}

export function Popup({ anchor, onLeave, className, ...attributes }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(anchor.current!, box.current!), [anchor]);
  useLeave(anchor, box, onLeave);
  // The browser's top layer: no ancestor clips it, and none has to be left for it.
  return <div {...attributes} {...{ popover: 'manual' }} ref={box} className={classes(styles.popup, className)} />;
}

function place(anchor: HTMLElement, box: HTMLElement): () => void {
  box.showPopover?.();
  const update = async () => {
    const { x, y } = await computePosition(anchor, box, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        offset(GAP_PX),
        flip({ padding: EDGE_PX }),
        shift({ padding: EDGE_PX }),
        size({
          padding: EDGE_PX,
          apply: ({ rects, availableHeight, availableWidth }) => {
            box.style.minWidth = `${Math.min(rects.reference.width, availableWidth)}px`;
            box.style.maxWidth = `${availableWidth}px`;
            box.style.maxHeight = `${availableHeight}px`;
          },
        }),
      ],
    });
    box.style.left = `${x}px`;
    box.style.top = `${y}px`;
  };
  return autoUpdate(anchor, box, () => void update());
}

function useLeave(anchor: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>, onLeave: () => void) {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const onTurn = (event: Event) => {
      const target = event.target as Node;
      if (!anchor.current?.contains(target) && !box.current?.contains(target)) leave.current();
    };
    document.addEventListener('pointerdown', onTurn, true);
    document.addEventListener('focusin', onTurn, true);
    return () => {
      document.removeEventListener('pointerdown', onTurn, true);
      document.removeEventListener('focusin', onTurn, true);
    };
  }, [anchor, box]);
}
