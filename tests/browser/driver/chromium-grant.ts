import type { ChromiumView } from './chromium-view.ts';

/**
 * Grants a host pattern, through chrome://extensions in one tab and a page of the extension in
 * another, and closes both; throws when Chromium refuses.
 *
 * Headless Chromium cannot answer the prompt; what the extensions page granted is not asked again.
 */
export async function grantHost(
  settings: ChromiumView,
  page: ChromiumView,
  extensionId: string,
  pattern: string,
): Promise<void> {
  await settings.until(`chrome.developerPrivate`);
  // Grants per site are ignored while "on all sites" is set, the default even without host permissions.
  await settings.run(
    `const [extensionId, pattern] = args;
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    await chrome.developerPrivate.addHostPermission(extensionId, pattern);`,
    extensionId,
    pattern,
  );
  await settings.close();
  await page.until(`location.protocol === 'chrome-extension:'`);
  const { result } = await page.send<{ result: { value?: unknown } }>('Runtime.evaluate', {
    expression: `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  await page.close();
  if (result.value !== true) throw new Error(`Chromium did not grant ${pattern}`);
}
