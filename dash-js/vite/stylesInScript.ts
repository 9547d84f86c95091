// Puts the styles of a build into its script, for pages that load the script alone.
import type { Plugin } from 'vite';

export function stylesInScript(): Plugin {
  return {
    name: 'dash-styles-in-script',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const styles = Object.values(bundle).flatMap((file) => {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) return [];
        delete bundle[file.fileName];
        return [String(file.source)];
      });
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = `${script(styles.join(''))}${file.code}`;
      }
    },
  };
}

const script = (styles: string): string =>
  `document.head.append(Object.assign(document.createElement('style'),{textContent:${JSON.stringify(styles)}}));\n`;
