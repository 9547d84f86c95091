// The html components: all 125 are made here from their type. They know of clicks, loading and safe addresses.
import { createElement } from 'react';
import { cleanUrl } from '../../contract/cleanUrl';
import type { DashComponent, Plain } from '../../registry';
import { useLoading } from '../../render/context';
import { onceMore } from '../counter';
import type { Props, SetProps } from '../types';

export function htmlComponent(type: string): DashComponent {
  const tag = TAGS[type] ?? type.toLowerCase();
  const plain = (props: Props, isLoading: boolean): Plain => [tag, attributesOf(props, isLoading)];
  const Html = (props: Props) => createElement(...plain(props, useLoading()));
  return Object.assign(Html, { displayName: type, plain, undrawn: UNDRAWN, isSilent: () => true });
}

/** Types whose name is not their tag's. */
const TAGS: Readonly<Record<string, string>> = { MapEl: 'map', ObjectEl: 'object' };

function attributesOf(props: Props, isLoading: boolean): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (NOT_ATTRIBUTES.includes(name)) continue;
    attributes[name] = typeof value === 'string' && ADDRESSES.includes(name) ? cleanUrl(value) : value;
  }
  // Only what has an id can be written to or listened to.
  if (props['id'] == null) return attributes;
  if (props['disable_n_clicks'] !== true) attributes['onClick'] = () => (props['setProps'] as SetProps)(onceMore('n_clicks'));
  if (isLoading) attributes['data-dash-is-loading'] = 'true';
  return attributes;
}

const UNDRAWN = ['n_clicks', 'n_clicks_timestamp'];
const NOT_ATTRIBUTES = [...UNDRAWN, 'setProps', 'disable_n_clicks'];
const ADDRESSES = ['href', 'src', 'action', 'formAction', 'data', 'cite', 'poster', 'background'];
