const BLOCK =
  /^(?:P|H\d|DIV|SECTION|BLOCKQUOTE|LI|DT|DD|UL|OL|DL|TABLE|TR|TD|TH|CAPTION|FIGURE|FIGCAPTION|PRE|BR|HR|DETAILS|SUMMARY)$/;

/** The words under an element, one line a block, so that words of two blocks never run together. */
export function plainText(root: Element, { without = '' }: { without?: string } = {}): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
    else if (without && node instanceof Element && node.matches(without)) return;
    const isBlock = BLOCK.test(node.nodeName);
    if (isBlock) text += '\n';
    for (const child of node.childNodes) visit(child);
    if (isBlock) text += '\n';
  };
  visit(root);
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
