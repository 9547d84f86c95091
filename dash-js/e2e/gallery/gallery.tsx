// Every component in every state, to be looked at. `?part=graphs&theme=dark` shows one part.
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/theme/index.css';
import * as controls from './controls';
import * as dropdowns from './dropdowns';
import * as graphs from './graphs';
import * as html from './html';
import * as sliders from './sliders';
import * as live from './live';

const PARTS: Record<string, ReactNode> = {
  html: html.part,
  controls: controls.part,
  dropdowns: dropdowns.part,
  sliders: sliders.part,
  graphs: graphs.part,
  sales: graphs.sales,
  live: live.part,
};

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

const part = query.get('part');
createRoot(document.getElementById('gallery')!).render(part ? PARTS[part] : Object.values(PARTS));
