// When the scripts of the page have run: bundles of other makers, and the author's own.

/** They are deferred: they run after the entry, and before the document is complete. */
export async function scriptsHaveRun(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((done) => {
    document.addEventListener('DOMContentLoaded', done, { once: true });
    window.addEventListener('load', done, { once: true });
  });
}
