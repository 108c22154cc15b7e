/** Takes out what the page hides; elsewhere Readability does, but not where the person said what to read. */
export function removeHidden(part: Element): void {
  for (const element of part.querySelectorAll('[style]')) {
    if (/display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style')!))
      element.remove();
  }
}
