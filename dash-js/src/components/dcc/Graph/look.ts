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

const VARIABLES = {
  text: '--Dash-Text-Primary',
  weakText: '--Dash-Text-Weak',
  grid: '--Dash-Stroke-Weak',
  line: '--Dash-Stroke-Strong',
  surface: '--Dash-Fill-Inverse-Strong',
  accent: '--Dash-Fill-Interactive-Strong',
} as const;

export const readLook = (place: HTMLElement): Look => ({
  palette: readPalette(place),
  isNarrow: place.clientWidth > 0 && place.clientWidth < NARROW_PX,
});

/** Calls back with the new look when the page turns light or dark, or the place turns narrow or wide. */
export function onLookChange(place: HTMLElement, listener: (look: Look) => void): () => void {
  let shown = readLook(place);
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
  return () => {
    root.disconnect();
    system.removeEventListener('change', check);
    width.disconnect();
  };
}

/** Asks the browser for each colour, since a variable may hold any CSS. */
function readPalette(place: Element): Palette {
  const probe = place.appendChild(document.createElement('span'));
  const colour = (variable: string) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(VARIABLES).map(([name, variable]) => [name, colour(variable)]));
  const fontFamily = getComputedStyle(place).fontFamily;
  probe.remove();
  return { ...(colours as Record<keyof typeof VARIABLES, string>), fontFamily };
}
