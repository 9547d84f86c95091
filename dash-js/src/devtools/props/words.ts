// What dev tools say about a prop: in Dash's words, as test tools and people know them. Pure.
import type { Id } from '../../ids';
import { stringifyId } from '../../ids';
import type { Component } from '../../wire';
import type { Mistake } from '../validation/spec';
import { closest } from './closest';

export function invalid(component: Component, path: string, expected: string, value: unknown): Mistake {
  return {
    title: `Invalid argument \`${path}\` passed into ${nameOf(component)}.`,
    lines: [`Expected \`${expected}\`.`, `Was supplied type \`${kindOf(value)}\`.`, `Value provided: ${shortened(value)}`],
  };
}

export const required = (component: Component, path: string): Mistake => ({
  title: `${path} in ${nameOf(component)} is required but it was not provided.`,
  lines: [],
});

export function unknown(component: Component, name: string, value: unknown, known: readonly string[]): Mistake {
  const meant = closest(name, known);
  const advice = meant === undefined ? [] : [`Did you mean \`${meant}\`?`];
  return { title: `${nameOf(component)} has no prop \`${name}\`.`, lines: [...advice, `Value provided: ${shortened(value)}`] };
}

/** What a check of the component's own maker says, which names no component of this page. */
export function reworded(component: Component, message: string, name: string): Mistake {
  const [, path = name] = message.split('`');
  if (message.includes('is marked as required')) return required(component, path);
  const [, expected] = message.split(', expected ');
  const supplied = / of type `([^`]*)`/.exec(message)?.[1];
  const value = component.props[name];
  if (!message.includes('Invalid ')) return { title: `Invalid argument \`${name}\` passed into ${nameOf(component)}.`, lines: [message] };
  const lines = [
    ...(expected === undefined ? [] : [`Expected ${expected}`]),
    ...(supplied === undefined ? [] : [`Was supplied type \`${supplied}\`.`]),
    `Value provided: ${shortened(value)}`,
  ];
  return { title: `Invalid argument \`${path}\` passed into ${nameOf(component)}.`, lines };
}

function nameOf({ type, props }: Component): string {
  const id = props['id'] as Id | null | undefined;
  return id == null ? type : `${type} with ID "${stringifyId(id)}"`;
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : typeof value);

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}

const MAX_CHARACTERS = 300;
