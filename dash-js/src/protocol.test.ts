// The wire fixtures, and what is refused.
import { describe, expect, it, test } from 'vitest';
import {
  parseAnswer,
  parseConfig,
  parseDependencies,
  parseId,
  parseLayout,
  parseOutputs,
  parseServerError,
  ProtocolError,
} from './protocol';
import { fixture, fixtures } from './testing/wire';

test('the configuration', () => {
  expect(parseConfig(fixture('config')['config'])).toMatchObject({
    prefix: '/app/',
    updateTitle: 'Updating...',
    childrenProps: { dash_core_components: { Tab: ['label'] } },
    csrf: { cookie: '_csrf_token', header: 'X-CSRFToken' },
    endId: 'CsJXPpDGDVQLDyQcC8aduMPB~56c08f14d3f43',
  });
});

test.each([
  [{ requests_pathname_prefix: '/x' }, { prefix: '/x/' }],
  [{ requests_pathname_prefix: null, url_base_pathname: '/y/' }, { prefix: '/y/' }],
  [{ requests_pathname_prefix: '/', update_title: '' }, { updateTitle: undefined }],
  [{ requests_pathname_prefix: '/', update_title: null }, { updateTitle: undefined }],
  [{ requests_pathname_prefix: '/' }, { suites: [] }],
  [{ requests_pathname_prefix: '/', suites: ['odd_parts'] }, { suites: ['odd_parts'] }],
])('configuration %j', (raw, expected) => {
  expect(parseConfig(raw)).toMatchObject(expected);
});

test('the dependencies', () => {
  const specs = parseDependencies(fixture('dependencies')['dependencies']);
  expect(specs.map((spec) => [spec.multi, spec.outputs.length, spec.preventInitialCall])).toEqual([
    [false, 1, false],
    [true, 2, true],
    [false, 1, false],
    [false, 1, false],
    [false, 0, false],
    [false, 1, true],
    [false, 1, false],
    [false, 1, false],
  ]);
  expect(specs[2]!.outputs[0]).toMatchObject({ id: { index: ['MATCH'], type: 'row' }, property: 'children' });
  expect(specs[6]!.clientside).toEqual({ namespace: 'site', name: 'shout' });
  expect(specs[7]!.inputs.map((input) => input.allowOptional)).toEqual([false, true]);
});

test.each([
  ['out.children', [['out', 'children']]],
  ['..a.x...b.y..', [['a', 'x'], ['b', 'y']]],
  ['..a.x..', [['a', 'x']]],
  ['{"at":"a.b","type":"t"}.x', [[{ at: 'a.b', type: 't' }, 'x']]],
  ['{"at":"a\\.b"}.x', [[{ at: 'a.b' }, 'x']]],
  ['dup.x@c239', [['dup', 'x@c239']]],
])('output %s', (output, expected) => {
  expect(parseOutputs(output).outputs.map(({ id, property }) => [id, property])).toEqual(expected);
});

test.each([
  ['out', 'out'],
  ['{"b":1,"a":"x.y"}', { a: 'x.y', b: 1 }],
  ['{"a":"x\\\\.y"}', { a: 'x\\.y' }],
])('id %s', (text, expected) => {
  expect(parseId(text)).toEqual(expected);
});

describe('answers', () => {
  it.each(fixtures('response').filter(({ response }) => response !== null))('$name', (answer) => {
    const parsed = parseAnswer(answer['response'], String(answer['output']));
    expect(parsed.response).toEqual(answer['updates']);
    expect(parsed.sideUpdate).toEqual(answer['sideUpdates'] ?? []);
  });

  it.each(fixtures('error'))('$name', ({ response, error }) => {
    expect(parseServerError(response)).toEqual(error);
  });
});

test.each([
  ['a layout', () => parseLayout('text')],
  ['an answer', () => parseAnswer([], 'out.children')],
  ['an update', () => parseAnswer({ multi: true, response: { out: 3 } }, 'out.children')],
  ['a configuration without prefix', () => parseConfig({})],
  ['dependencies', () => parseDependencies({})],
  ['an input', () => parseDependencies([{ output: 'a.b', inputs: [{ id: 3, property: 'x' }] }])],
  ['a wildcard', () => parseDependencies([{ output: '{"i":["ANY"]}.b', inputs: [] }])],
])('%s that is malformed is refused', (_, parse) => {
  expect(parse).toThrow(ProtocolError);
});

test('an error of another form is none', () => {
  expect([null, 'text', {}, { error: 'x' }, { error: { message: 3 } }].map(parseServerError)).toEqual(
    Array(5).fill(undefined),
  );
});
