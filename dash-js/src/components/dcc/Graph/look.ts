// What a chart takes from its place on the page, and when that changes.
import { equal } from '../../../equal';

export interface Palette {
  text: string;
  weakText: string;
  grid: string;
  line: string;
  surface: string;
  accent: string;
  fontFamily: string;
}

export interface Look {
  palette: Palette;
  /** As on a phone. */
  isNarrow: boolean;
}

const NARROW_PX = 560;

/** Where each colour stands on an element, so that the browser is asked for all of them at once. */
const VARIABLES = {
  text: ['color', '--Dash-Text-Primary'],
  weakText: ['background-color', '--Dash-Text-Weak'],
  grid: ['border-top-color', '--Dash-Stroke-Weak'],
  line: ['border-right-color', '--Dash-Stroke-Strong'],
  surface: ['border-bottom-color', '--Dash-Fill-Inverse-Strong'],
  accent: ['border-left-color', '--Dash-Fill-Interactive-Strong'],
} as const;

export interface LookWatch {
  /** As last seen. */
  current: () => Look;
  /** Looks again before the next frame, when the browser works out styles anyway: a parent may have new ones. */
  refresh: () => void;
  end: () => void;
}

/** Calls back with the new look when the page turns light or dark, or the place turns narrow or wide. */
export function watchLook(place: HTMLElement, listener: (look: Look) => void): LookWatch {
  let shown = readLook(place);
  let frame = 0;
  const check = () => {
    const look = readLook(place);
    if (equal(look, shown)) return;
    shown = look;
    listener(look);
  };
  const root = new MutationObserver(check);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', check);
  const width = new ResizeObserver(check);
  width.observe(place);
  return {
    current: () => shown,
    refresh: () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(check);
    },
    end: () => {
      cancelAnimationFrame(frame);
      root.disconnect();
      system.removeEventListener('change', check);
      width.disconnect();
    },
  };
}

const readLook = (place: HTMLElement): Look => ({
  palette: readPalette(place),
  isNarrow: place.clientWidth > 0 && place.clientWidth < NARROW_PX,
});

/** Asks the browser, since a variable may hold any CSS. */
function readPalette(place: Element): Palette {
  const probe = document.createElement('span');
  // It has its colours all the same, and the page is not laid out anew for it.
  probe.style.display = 'none';
  const properties = Object.entries(VARIABLES);
  for (const [, [property, variable]] of properties) probe.style.setProperty(property, `var(${variable})`);
  place.append(probe);
  const style = getComputedStyle(probe);
  const colours = Object.fromEntries(properties.map(([name, [property]]) => [name, style.getPropertyValue(property)]));
  const { fontFamily } = style;
  probe.remove();
  return { ...(colours as Record<keyof typeof VARIABLES, string>), fontFamily };
}
