// Serves an example's page with a part of it changed, to see what the browser makes of that.
import type { Page } from 'playwright-core';

/** The page's text, with its policy as it is. */
export async function changePage(page: Page, url: string, edit: (text: string) => string): Promise<void> {
  await page.route(url, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: edit(await answer.text()) });
  });
}

/** Sets props of the component with this id, or its `type` and `namespace`. */
export const changeComponent = (page: Page, url: string, id: string, change: Change): Promise<void> =>
  changePage(page, url, (text) =>
    text.replace(LAYOUT, (_, open: string, json: string) => open + JSON.stringify(JSON.parse(json, edited(id, change)))),
  );

interface Change {
  readonly type?: string;
  readonly namespace?: string;
  readonly props?: Readonly<Record<string, unknown>>;
}

const LAYOUT = /(<script id="_dash-layout"[^>]*>)(.*?)(?=<\/script>)/s;

const edited =
  (id: string, { props, ...change }: Change) =>
  (_: string, value: unknown): unknown =>
    isComponent(value) && value.props['id'] === id ? { ...value, ...change, props: { ...value.props, ...props } } : value;

const isComponent = (value: unknown): value is { props: Record<string, unknown> } =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'props' in value;
