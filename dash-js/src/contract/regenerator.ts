// What bundles made for old browsers call in place of `async`; a chunk of its own, because own components need none.
import 'regenerator-runtime/runtime';
