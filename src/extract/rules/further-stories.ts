import { countWordsOfLine } from '../../article/reading-time.ts';
import type { Rule } from './rule.ts';
import { blockText } from './text.ts';

const LARGEST_SHARE = 0.35;

/** Other articles in the same stream: an `<article>` inside the article, or one whose headline links away. */
export const furtherStories: Rule = (article, { remover }) => {
  const stories = [...article.querySelectorAll('article')];
  if (stories.length === 0) return;
  const whole = countWordsOfLine(blockText(article)) || 1;
  const words = stories.map((story) => countWordsOfLine(blockText(story)));
  const most = Math.max(...words);
  for (const [at, story] of stories.entries()) {
    if (!article.contains(story) || (words[at]! / whole > LARGEST_SHARE && words[at] === most))
      continue;
    const linksAway = story.querySelector('h1 a, h2 a, h3 a, h4 a, header a, a h2, a h3') !== null;
    const isSmall = words[at]! / whole < LARGEST_SHARE && story.querySelector('a[href]') !== null;
    const isInner = story.parentElement?.closest('article') && isSmall;
    if (isInner || (stories.length > 1 && linksAway && words[at]! < most))
      remover.remove(story, 'another story');
  }
};
