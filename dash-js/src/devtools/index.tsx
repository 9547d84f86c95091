// The dev tools: joins what they watch with what they show. A chunk of its own, loaded only if the server runs in debug.
import { createRoot } from 'react-dom/client';
import { createErrors } from './errors';
import { createReloader } from './reloader';
import { profileOf } from './profile';
import { createRuns } from './runs';
import { inspect } from './props/inspector';
import { createKnown } from './props/known';
import type { Schema } from './props/schema';
import { createStateKeeper } from './stateKeeper';
import type { Mistake } from './validation/spec';
import { createValidator } from './validator';
import type { Page } from '../page';
import type { Config } from '../wire';
import type { Reopen, Tools, ToolSettings } from '../tools';
import { DevTools } from './ui/DevTools';

export function createTools(config: Config, settings: ToolSettings, schema?: Schema): Tools {
  const [runs, errors, keeper] = [createRuns(), createErrors(), createStateKeeper()];
  const reloader = createReloader({ config, keeper, errors, settings: settings.hotReload });
  const validator = createValidator({ tell, validation: settings.validation });
  const show = settings.ui ? opened() : () => {};

  /** Test tools read the console, too. */
  function tell({ title, lines }: Mistake): void {
    const message = lines.join('\n');
    console.error(title, message);
    errors.add({ title, message, chain: [] });
  }

  return {
    ask: runs.ask,
    execute: (execute) => validator.execute(runs.execute(execute)),
    callbacks: validator.callbacks,
    profile: () => profileOf(runs.now()),
    restored: settings.keepsState ? keeper.restored : (layout) => layout,
    attend: (page: Page, reopen: Reopen) => {
      page.notices.listen(errors.add);
      const known = createKnown(page, schema);
      validator.attend(page, known.hasProp);
      if (settings.checksProps) inspect(page, known, tell);
      keeper.attend(page);
      reloader.attend(page, reopen);
      show(<DevTools page={page} runs={runs} errors={errors} status={reloader} />);
    },
  };
}

/** Beside the page, which may go and come. */
function opened(): (tools: JSX.Element) => void {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  return (tools) => root.render(tools);
}
