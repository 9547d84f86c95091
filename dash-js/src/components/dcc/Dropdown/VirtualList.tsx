// The options of a very long list: only those in view are in the page.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import { listAttributes, OptionRow, type OptionListProps } from './OptionList';

const USUAL_HEIGHT_PX = 36;

export default function VirtualList({ list, ...props }: OptionListProps & { list: RefObject<HTMLUListElement | null> }) {
  const { active, options } = props;
  const rows = useVirtualizer({
    count: options.length,
    getScrollElement: () => list.current,
    estimateSize: () => props.optionHeight ?? USUAL_HEIGHT_PX,
    overscan: 8,
  });
  useEffect(() => {
    if (active >= 0) rows.scrollToIndex(active, { align: 'auto' });
  }, [rows, active]);

  // It took the place of a list that may have had the focus.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, [list]);

  return (
    <ul {...listAttributes(props)} ref={list as RefObject<HTMLUListElement>} style={{ maxHeight: props.maxHeight }}>
      <li role="presentation" aria-hidden="true" style={{ height: rows.getTotalSize() }} />
      {rows.getVirtualItems().map(({ index, start, key }) => {
        const option = options[index];
        const style = { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` } as const;
        return option && <OptionRow key={key} props={props} option={option} index={index} style={style} />;
      })}
    </ul>
  );
}
