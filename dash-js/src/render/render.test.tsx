// What is drawn, how often, and what happens when drawing fails.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { cloneElement, type ReactElement, type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApi } from '../api';
import type { SetProps } from '../components/types';
import { createPage, type Page } from '../page';
import { parseConfig, parseDependencies } from '../protocol';
import { createRegistry } from '../registry';
import { box, callback, component, settled } from '../testing/app';
import { fakeServer } from '../testing/server';
import type { Component } from '../wire';
import { childProps } from './child';
import { useLoading, useLoadingWithin } from './context';
import { explain } from './explain';
import { Root } from './Root';

type Props = Record<string, unknown> & { id?: string; children?: ReactNode; setProps: SetProps };

let draws: Record<string, number>;
let failing: boolean;

/** Counts how often each component is drawn. */
const count = (id: string | undefined) => {
  if (id !== undefined) draws[id] = (draws[id] ?? 0) + 1;
};

const suite = {
  Box: ({ id, children, title }: Props) => {
    count(id);
    return <div id={id} title={title as string}>{children}</div>;
  },
  Counter: ({ id, n, setProps }: Props) => {
    count(id);
    return <button id={id} onClick={() => setProps({ n: Number(n ?? 0) + 1 })}>{String(n)}</button>;
  },
  Field: ({ id }: Props) => {
    const [text, setText] = useState('');
    return <input id={id} aria-label={id} value={text} onChange={(event) => setText(event.target.value)} />;
  },
  Fragile: ({ id, message }: Props) => {
    if (failing) throw new Error(String(message));
    return <p id={id}>whole</p>;
  },
  Busy: ({ id }: Props) => <p id={id}>{useLoading() ? 'busy' : 'idle'}</p>,
  Watch: ({ id, children }: Props) => {
    const marks = useLoadingWithin();
    return <div id={id} data-marks={marks.map((mark) => mark.property).join()}>{children}</div>;
  },
  Frame: ({ id, children }: Props) => <div id={id}>{cloneElement(children as ReactElement<Props>, { title: 'from parent' })}</div>,
  Tabs: Object.assign(
    ({ id, children }: Props) => <div id={id}>{[children].flat().map((child) => String(childProps(child)?.['label'])).join()}</div>,
    { dashChildrenUpdate: true },
  ),
  Silent: Object.assign(
    ({ id, title, setProps }: Props) => {
      count(id);
      return <button id={id} title={title as string} onClick={() => setProps((now) => ({ n: Number(now['n'] ?? 0) + 1 }))} />;
    },
    { undrawn: ['n'] },
  ),
  Typed: Object.assign(({ id, dashRenderType }: Props) => <p id={id}>{String(dashRenderType)}</p>, { dashRenderType: true }),
};

let page: Page;

function open(layout: unknown, specs: unknown = [], chunks: Parameters<typeof createRegistry>[0] = {}): void {
  const config = parseConfig({ requests_pathname_prefix: '/', children_props: { test: { Box: ['label'] } } });
  page = createPage({ config, api: createApi(config), layout, callbacks: parseDependencies(specs), registry: createRegistry(chunks) });
  render(<Root page={page} />);
}

const $ = (id: string) => document.getElementById(id)!;
const finish = () => act(settled);
const set = (id: string, props: Record<string, unknown>) =>
  act(async () => page.update(page.store.find(id)!, props, 'callback'));
const html = (type: string, props: Record<string, unknown>): Component => component(type, props, 'dash_html_components');

beforeEach(() => {
  draws = {};
  failing = false;
  Object.assign(window, { test: suite });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('drawing', () => {
  test('a chain of two draws what changed, and nothing else', async () => {
    const server = fakeServer((body) => {
      const [id] = body.output.split('.');
      return { [id!]: { children: body.inputs.map((input) => ('value' in input ? input.value : '')).join('|') } };
    });
    open(box('root', component('Counter', { id: 'b', n: 0 }), box('o1', '-'), box('o2', '-'), box('quiet', 'q')), [
      callback('o1.children', ['b.n']), callback('o2.children', ['b.n', 'o1.children']),
    ]);
    fireEvent.click($('b'));
    await finish();
    expect(server.requests.map(({ output }) => output)).toEqual(['o1.children', 'o2.children']);
    expect($('o2').textContent).toBe('1|1');
    expect(draws).toEqual({ root: 1, b: 2, o1: 2, o2: 2, quiet: 1 });
  });

  test('several outputs of one answer are drawn together', async () => {
    fakeServer(() => ({ a: { title: '1', children: 'x' }, root: { title: '2' } }));
    open(box('root', component('Counter', { id: 'b' }), box('a')), [callback('..a.title...a.children...root.title..', ['b.n'])]);
    fireEvent.click($('b'));
    await finish();
    expect([$('a').title, $('a').textContent, $('root').title]).toEqual(['1', 'x', '2']);
    expect(draws).toMatchObject({ a: 2, root: 2 });
  });

  test('text, numbers and nothing stand between components', () => {
    open(['head', html('B', { children: ['x', 3, null, 0, html('I', { children: null })] })]);
    expect(document.body.innerHTML).toContain('head<b>x30<i></i></b>');
  });

  test('children in other props are drawn', () => {
    Object.assign(window, { test: { ...suite, Box: ({ label }: Props) => <div>{label as ReactNode}</div> } });
    open(component('Box', { label: ['a', html('B', { children: 'bold' })] }));
    expect(document.body.innerHTML).toContain('a<b>bold</b>');
  });

  test('props of which nothing shows draw nothing, and are counted on from where they stand', async () => {
    open(component('Silent', { id: 's' }));
    const n = () => page.store.find('s')!.props['n'];
    fireEvent.click($('s'));
    fireEvent.click($('s'));
    expect([n(), draws['s']]).toEqual([2, 1]);
    await set('s', { n: 7 });
    fireEvent.click($('s'));
    expect([n(), draws['s']]).toEqual([8, 1]);
    await set('s', { n: 0, title: 'new' });
    expect([$('s').title, draws['s']]).toEqual(['new', 2]);
  });

  test('a parent that changes leaves its children alone', async () => {
    open(box('root', box('child')));
    await set('root', { title: 'new' });
    expect([$('root').title, draws]).toEqual(['new', { root: 2, child: 1 }]);
  });

  test('new children start anew, those that stay keep their state', async () => {
    const field = (id: string) => component('Field', { id });
    const kept = field('kept');
    open(box('root', kept, field('other')));
    for (const id of ['kept', 'other']) fireEvent.change($(id), { target: { value: 'typed' } });
    await set('root', { children: [kept, field('other')] });
    const texts = () => ['kept', 'other'].map((id) => ($(id) as HTMLInputElement).value);
    expect(texts()).toEqual(['typed', '']);
    await set('root', { children: [field('first'), field('other'), kept] });
    expect(texts()).toEqual(['typed', '']);
  });

  test('what a parent adds to a child wins over the layout, at every change', async () => {
    open(component('Frame', { id: 'frame', children: box('inner') }));
    await set('inner', { title: 'from layout', children: 'text' });
    expect([$('inner').title, $('inner').textContent]).toEqual(['from parent', 'text']);
  });

  test('a parent that asks for it hears of its children', async () => {
    const tab = (id: string, label: string) => component('Box', { id, label });
    open(component('Tabs', { id: 'tabs', children: [tab('one', 'A'), tab('two', 'B')] }));
    expect($('tabs').textContent).toBe('A,B');
    await set('two', { label: 'C' });
    expect($('tabs').textContent).toBe('A,C');
  });

  test('a component that asks for it is told who changed it', async () => {
    open(component('Typed', { id: 't' }));
    expect($('t').textContent).toBe('parent');
    await set('t', { x: 1 });
    expect($('t').textContent).toBe('callback');
  });

  test('an id object is given as its text', () => {
    open(box({ type: 'row', index: 1 }));
    expect($('{"index":1,"type":"row"}')).not.toBeNull();
  });
});

describe('html', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['Div', { className: 'c', style: { marginTop: 4 }, 'data-x': '1', 'aria-label': 'l' }, '<div class="c" style="margin-top: 4px;" data-x="1" aria-label="l"></div>'],
    ['MapEl', { name: 'm' }, '<map name="m"></map>'],
    ['ObjectEl', { width: 3 }, '<object width="3"></object>'],
    ['Br', {}, '<br>'],
    ['A', { href: 'javascript:x', children: 'a' }, '<a href="about:blank">a</a>'],
    ['Label', { htmlFor: 'x', n_clicks: 3, disable_n_clicks: true }, '<label for="x"></label>'],
  ])('%s %j', (type, props, markup) => {
    open(html(type, { children: null, ...props }));
    expect(document.body.innerHTML).toContain(markup);
  });

  test.each([
    ['A', 'href'],
    ['Embed', 'src'],
    ['Form', 'action'],
    ['Button', 'formAction'],
    ['ObjectEl', 'data'],
    ['Q', 'cite'],
    ['Video', 'poster'],
  ])('an address that would run a script is none, in %s %s', (type, name) => {
    open([' java\nscript:run()', '/page'].map((url) => html(type, { [name]: url, title: 'x' })));
    expect(screen.getAllByTitle('x').map((element) => element.getAttribute(name))).toEqual(['about:blank', '/page']);
  });

  test('clicks are counted if there is an id', () => {
    open([html('Div', { id: 'a', children: 'a' }), html('Div', { id: 'b', disable_n_clicks: true, children: 'b' }), html('Div', { children: 'c' })]);
    for (const text of ['a', 'a', 'b', 'c']) fireEvent.click(screen.getByText(text));
    expect(['a', 'b'].map((id) => page.store.find(id)!.props['n_clicks'])).toEqual([2, undefined]);
  });
});

describe('elements without an id, drawn with what is around them', () => {
  test('show what changes in them', async () => {
    const [text, field] = [html('B', { children: 'before' }), component('Field', { id: 'field' })];
    open(html('Div', { id: 'root', children: html('P', { children: [text, field] }) }));
    fireEvent.change($('field'), { target: { value: 'typed' } });
    await act(async () => page.update(page.store.nodeOf(text)!, { children: 'after', title: 'b' }, 'callback'));
    expect($('root').innerHTML).toContain('<p><b title="b">after</b><input');
    expect(($('field') as HTMLInputElement).value).toBe('typed');
  });

  test('fail alone', () => {
    const broken = html('Span', { style: 'color: red' });
    open(html('Div', { id: 'root', children: [html('P', { children: ['above', broken] }), html('P', { children: 'below' })] }));
    expect(screen.getByRole('alert').textContent).toContain('Span cannot be shown');
    expect([...document.querySelectorAll('#root > p')].map((element) => element.textContent)).toEqual([expect.stringMatching(/^above/), 'below']);
    const titles = vi.mocked(console.error).mock.calls.map(([title]) => String(title));
    expect(titles.filter((title) => title.endsWith('cannot be shown'))).toEqual(['Span cannot be shown']);
  });
});

describe('loading', () => {
  test('follows an element to another place', async () => {
    fakeServer(() => new Promise<Response>(() => {}));
    const out = html('P', { id: 'out' });
    open(html('Div', { id: 'root', children: [component('Box', { id: 'in' }), out] }), [callback('out.title', ['in.go'])]);
    await set('root', { children: [box('new'), component('Box', { id: 'in' }), out] });
    await act(async () => page.setProps(page.store.find('in')!, { go: 1 }));
    await waitFor(() => expect($('out').dataset['dashIsLoading']).toBe('true'));
  });

  test('is known to the output, to html and to what is around', async () => {
    let answer: ((response: Response) => void) | undefined;
    fakeServer(() => new Promise<Response>((done) => (answer = done)));
    open(component('Watch', { id: 'watch', children: [component('Busy', { id: 'out' }), html('P', { id: 'html' }), component('Busy', { id: 'other' })] }), [
      callback('..out.c...html.title..', ['watch.go']),
    ]);
    await act(async () => page.setProps(page.store.find('watch')!, { go: 1 }));
    await waitFor(() => expect([$('out').textContent, $('other').textContent]).toEqual(['busy', 'idle']));
    expect([$('html').dataset['dashIsLoading'], $('watch').dataset['marks']]).toEqual(['true', 'c,title']);
    await act(async () => answer!(new Response(null, { status: 204 })));
    await finish();
    expect([$('out').textContent, $('html').dataset['dashIsLoading'], $('watch').dataset['marks']]).toEqual(['idle', undefined, '']);
  });
});

describe('a component that throws', () => {
  test('is replaced by a message; the rest stays, and another try is offered', async () => {
    failing = true;
    open(box('root', component('Fragile', { id: 'f', message: 'too thin' }), box('rest', 'still here')));
    expect(screen.getByRole('alert').textContent).toContain('Fragile f cannot be shown: too thin');
    expect($('rest').textContent).toBe('still here');
    failing = false;
    fireEvent.click(screen.getByText('Try again'));
    expect($('f').textContent).toBe('whole');
  });

  test('is tried again when its props change', async () => {
    failing = true;
    open(component('Fragile', { id: 'f' }));
    failing = false;
    await set('f', { message: 'new' });
    expect($('f').textContent).toBe('whole');
  });

  test('a child that cannot be drawn at all is named with its parent', () => {
    open(box('root', { not: 'a component' }));
    expect(screen.getByRole('alert').textContent).toContain('Box root cannot be shown');
  });
});

test.each([
  ['Minified React error #62; visit https://reactjs.org', 'its `style` is not an object'],
  ['Minified React error #1; visit https://reactjs.org', 'Minified React error #1; visit https://reactjs.org'],
  ['too thin', 'too thin'],
])('%j is said as %j', (message, words) => expect(explain(new Error(message))).toBe(words));

describe('code that comes later', () => {
  const late = (load: () => Promise<Record<string, unknown>>) => ({ './components/dcc/Late/index.ts': load });
  const lateComponent = component('Late', { id: 'late' }, 'dash_core_components');

  test('is waited for in its place', async () => {
    open(box('root', lateComponent), [], late(async () => ({ Late: ({ id }: Props) => <p id={id}>here</p> })));
    expect(document.querySelector('[aria-busy]')).not.toBeNull();
    await finish();
    expect($('late').textContent).toBe('here');
  });

  test('loaded before the first drawing, leaves no gap', async () => {
    const config = parseConfig({ requests_pathname_prefix: '/' });
    const load = vi.fn(async () => ({ Late: ({ id }: Props) => <p id={id}>here</p> }));
    const layout = box('root', lateComponent, component('Late', { id: 'second' }, 'dash_core_components'));
    page = createPage({ config, api: createApi(config), layout, callbacks: [], registry: createRegistry(late(load)) });
    await page.preload();
    render(<Root page={page} />);
    expect([$('late').textContent, $('second').textContent, document.querySelector('[aria-busy]')]).toEqual(['here', 'here', null]);
    expect(load).toHaveBeenCalledOnce();
  });

  test('that fails to come can be asked for again', async () => {
    let there = false;
    open(lateComponent, [], late(async () => {
      if (!there) throw new Error('no answer');
      return { Late: ({ id }: Props) => <p id={id}>here</p> };
    }));
    await finish();
    expect(screen.getByRole('alert').textContent).toContain('its code could not be loaded');
    there = true;
    fireEvent.click(screen.getByText('Try again'));
    await finish();
    expect($('late').textContent).toBe('here');
  });

  test('that does not exist is named', async () => {
    open(component('Nope', {}, 'nowhere'));
    await finish();
    expect(screen.getByRole('alert').textContent).toContain('no component `Nope` of `nowhere`');
  });
});
