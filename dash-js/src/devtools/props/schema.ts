// What the schemas of our own components say of their props; in a chunk of its own. Made by `cargo xtask codegen`.
import dcc from './schema/dcc.json';
import html from './schema/html.json';

/** By namespace and component: the names of props by the text of their type. */
export type Schema = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

export const schema: Schema = { ...dcc, ...html } as Schema;
