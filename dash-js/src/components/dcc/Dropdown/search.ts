// Which options a search finds, and in which order. No DOM.
import { optionText, type Option } from '../shared/options';

export type SearchOrder = 'index' | 'original' | null | undefined;

/** Every word must occur in the option's text or value; upper and lower case are the same. */
export function search(options: readonly Option[], query: string, order: SearchOrder): readonly Option[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const found = options.filter((option) => {
    const text = haystack(option);
    return words.every((word) => text.includes(word));
  });
  return order === 'original' ? found : byRelevance(found, words.join(' '));
}

/** The whole query at the start of the text, then at the start of a word, then anywhere. */
function byRelevance(options: readonly Option[], query: string): readonly Option[] {
  const rank = (option: Option) => {
    const text = optionText(option).toLowerCase();
    if (text.startsWith(query)) return 0;
    return text.includes(` ${query}`) ? 1 : 2;
  };
  const ranked = options.map((option) => ({ option, rank: rank(option) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option);
}

const haystack = (option: Option) =>
  `${optionText(option)}\n${typeof option.label === 'string' ? option.label : ''}\n${String(option.value)}`.toLowerCase();
