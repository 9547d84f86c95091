// What is done on each page, and how one sees that it is done. Every function runs in the page, so none may use another.

export interface App {
  /** How many inputs are made after the page has been loaded. */
  readonly inputs: number;
  /** Whether all of the page is there. */
  readonly isReady: () => boolean;
  /** What comes before an input and is no part of it; returns how one sees that it is done. */
  readonly prepare?: (n: number) => () => boolean;
  /** Makes the n-th input, counted from one; returns how one sees that its outcome is there. */
  readonly act: (n: number) => () => boolean;
}

const counter: App = {
  inputs: 100,
  isReady: () => document.getElementById('text')?.textContent === 'Not clicked yet',
  act: (n) => {
    document.getElementById('button')?.click();
    const expected = n === 1 ? 'Clicked once' : `Clicked ${n} times`;
    return () => document.getElementById('text')?.textContent === expected;
  },
};

const sales: App = {
  inputs: 12,
  isReady: () => document.querySelector('#chart .point path') !== null,
  prepare: () => {
    const region = document.getElementById('region');
    if (region instanceof HTMLSelectElement) return () => true;
    region?.click();
    return () => document.querySelector('[role=option], .dash-options-list-option') !== null;
  },
  act: (n) => {
    const region = ['North', 'South', 'East', 'West', 'Central'][n % 5] ?? '';
    const bars = () => [...document.querySelectorAll('#chart .point path')].map((bar) => bar.getAttribute('d')).join();
    const before = bars();
    const choice = document.getElementById('region');
    if (choice instanceof HTMLSelectElement) {
      choice.value = region;
      choice.dispatchEvent(new Event('change'));
    } else {
      const options = [...document.querySelectorAll<HTMLElement>('[role=option], .dash-options-list-option')];
      options.find((option) => option.textContent === region)?.click();
    }
    return () => document.querySelector('#chart .gtitle')?.textContent === region && bars() !== before;
  },
};

const chain: App = {
  inputs: 20,
  isReady: () => document.getElementById('end')?.textContent === '0.....',
  act: (n) => {
    document.getElementById('button')?.click();
    return () => document.getElementById('end')?.textContent === `${n}.....`;
  },
};

const wide: App = {
  inputs: 20,
  isReady: () =>
    document.getElementsByClassName('text').length === 1000 && document.querySelector('.text:empty') === null,
  act: (n) => {
    const input = document.querySelectorAll('input')[5 * n - 1]!;
    // React replaces the setter of the element itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, `v${n}`);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const texts = [...document.getElementsByClassName('text')].slice(50 * n - 10, 50 * n);
    return () => texts.every((text, place) => text.textContent === `v${n} ${place}`);
  },
};

const components: App = {
  inputs: 20,
  isReady: () => {
    const texts = [...document.getElementsByClassName('text')];
    return texts.length === 200 && texts.slice(0, 20).every((text) => text.textContent === 'Clicked 0 times');
  },
  act: (n) => {
    const row = 9 * n;
    document.querySelectorAll<HTMLElement>('.button')[row]?.click();
    const text = document.getElementsByClassName('text')[row];
    return () => text?.textContent === 'Clicked 1 times';
  },
};

const groups: App = {
  inputs: 20,
  isReady: () => {
    const totals = document.getElementsByClassName('total');
    return totals.length === 500 && document.querySelector('.total:empty') === null;
  },
  act: (n) => {
    const group = 24 * n;
    document.querySelectorAll<HTMLElement>('.item')[5 * group + (n % 5)]?.click();
    const total = document.getElementsByClassName('total')[group];
    return () => total?.textContent === '1';
  },
};

export const APPS: Readonly<Record<string, App>> = { counter, sales, chain, wide, components, groups };
