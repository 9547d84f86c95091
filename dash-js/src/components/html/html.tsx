// The html components: all 125 are made here from their type. They know of clicks, loading and safe addresses.
import { createElement } from 'react';
import { cleanUrl } from '../../contract/cleanUrl';
import type { DashComponent, Plain } from '../../registry';
import { useLoading } from '../../render/context';
import { onceMore } from '../counter';
import type { Props, SetProps } from '../types';

export function htmlComponent(type: string): DashComponent {
  const tag = TAGS[type] ?? type.toLowerCase();
  const Html = (props: Props) => createElement(tag, useAttributes(props));
  Html.displayName = type;
  // Only what has an id can be written to or listened to.
  Html.plain = (props: Props): Plain | undefined => (props['id'] == null ? [tag, attributesOf(props)] : undefined);
  Html.undrawn = UNDRAWN;
  return Html;
}

/** Types whose name is not their tag's. */
const TAGS: Readonly<Record<string, string>> = { MapEl: 'map', ObjectEl: 'object' };

function useAttributes(props: Props): Props {
  const isLoading = useLoading();
  return {
    ...attributesOf(props),
    ...(props['disable_n_clicks'] === true ? {} : { onClick: () => (props['setProps'] as SetProps)(onceMore('n_clicks')) }),
    ...(isLoading ? { 'data-dash-is-loading': 'true' } : {}),
  };
}

function attributesOf(props: Props): Record<string, unknown> {
  const attributes: Record<string, unknown> = { ...props };
  for (const name of NOT_ATTRIBUTES) delete attributes[name];
  for (const name of ADDRESSES) {
    const url = attributes[name];
    if (typeof url === 'string') attributes[name] = cleanUrl(url);
  }
  return attributes;
}

const UNDRAWN = ['n_clicks', 'n_clicks_timestamp'];
const NOT_ATTRIBUTES = [...UNDRAWN, 'setProps', 'disable_n_clicks'];
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'data', 'cite', 'poster', 'background'];
