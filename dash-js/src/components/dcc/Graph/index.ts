// The component `Graph`.
export { Graph } from './Graph';
