/**
 * Puts text into the clipboard, in each kind that is there. To be called in a click or key press; the text
 * itself may come later. Rejects where the browser refuses.
 */
export function writeToClipboard(parts: Promise<Record<string, string>>): Promise<void> {
  // Which kinds there are has to be known when the item is made.
  return parts.then((kinds) =>
    navigator.clipboard.write([
      new ClipboardItem(
        Object.fromEntries(
          Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })]),
        ),
      ),
    ]),
  );
}
