/**
 * In the page: which block of the article shows the first whole line, or enough of a picture, below the
 * bar. Found by looking at every line there is, with nothing of what the reader itself does.
 */
export const FIRST_PARAGRAPH = `
  const top = document.querySelector('[data-reader-bar]').getBoundingClientRect().bottom - 4;
  const blocks = [...document.querySelector('.article-text').children];
  for (const [at, block] of blocks.entries()) {
    const box = block.getBoundingClientRect();
    if (box.bottom < top) continue;
    const range = document.createRange();
    range.selectNodeContents(block);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 4);
    const isLarge = [...block.querySelectorAll('img')].some((img) => {
      const { top: start, bottom } = img.getBoundingClientRect();
      return start < top && bottom > top + 40;
    });
    if (isLarge || lines.some((line) => line.top >= top)) return at + ' ' + block.textContent.slice(0, 30);
  }
  return 'end';`;

/** In the page: how it lies, to see when it has come to rest. */
export const keptPlace = `return [scrollY, document.documentElement.scrollHeight, document.querySelectorAll('img[src]').length].join()`;
