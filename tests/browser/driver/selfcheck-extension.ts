import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const files: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Driver check',
    version: '1',
    permissions: ['activeTab', 'scripting', 'contextMenus', 'storage'],
    optional_host_permissions: ['http://*/*'],
    action: { default_popup: 'src/entrypoints/popup/index.html' },
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    // Firefox's default for version 3 upgrades http: requests of extension pages to https:.
    content_security_policy: { extension_pages: "script-src 'self'" },
    commands: { save: { suggested_key: { default: 'Alt+Shift+S' }, description: 'Save' } },
    browser_specific_settings: {
      gecko: {
        id: 'lectern@lectern.invalid',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
  'src/entrypoints/popup/index.html': `<!doctype html><meta charset="utf-8"><title>Popup</title>
    <style>body { width: 300px; background: Canvas; color-scheme: light dark }</style>
    <p id="title"></p><button id="save">Save</button><input id="note"><p id="out"></p>
    <script src="popup.js"></script>`,
  'src/entrypoints/popup/popup.js': `
    const show = (id, text) => { document.getElementById(id).textContent = text };
    (async () => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
      const target = { tabId: tab.id };
      const [{ result }] = await chrome.scripting.executeScript({ target, func: () => document.title });
      show('title', result);
    })().catch((error) => show('title', 'Refused: ' + error));
    document.getElementById('save').addEventListener('click', async (event) => {
      await chrome.runtime.sendMessage({ save: 'saved' });
      show('out', 'saved, trusted: ' + event.isTrusted + ', active: ' + navigator.userActivation.isActive);
    });
    window.pressed = [];
    addEventListener('keydown', (e) => pressed.push((e.shiftKey ? 'Shift+' : '') + e.key + e.isTrusted));`,
  'background.js': `
    const open = () => new Promise((ok, no) => {
      const request = indexedDB.open('check', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('kept');
      request.onsuccess = () => ok(request.result);
      request.onerror = () => no(request.error);
    });
    const put = async (key, value) => {
      const store = (await open()).transaction('kept', 'readwrite', { durability: 'strict' });
      store.objectStore('kept').put(value, key);
      await new Promise((ok, no) => { store.oncomplete = ok; store.onabort = no });
    };
    const get = async (key) => {
      const request = (await open()).transaction('kept').objectStore('kept').get(key);
      return new Promise((ok) => { request.onsuccess = () => ok(request.result ?? null) });
    };
    const note = (how) => async (_, tab) => {
      const target = { tabId: tab.id };
      const read = chrome.scripting.executeScript({ target, func: () => document.title });
      await put(how, await read.then(([{ result }]) => result, (error) => error + ' in ' + JSON.stringify(tab)));
      await chrome.action.setBadgeText({ tabId: tab.id, text: how });
    };
    chrome.commands.onCommand.addListener(note('key'));
    chrome.contextMenus.onClicked.addListener((info, tab) => note(info.menuItemId)(info, tab));
    chrome.runtime.onInstalled.addListener(() => {
      chrome.contextMenus.create({ id: 'menu', title: 'Save this', contexts: ['page', 'link'] });
    });
    chrome.runtime.onMessage.addListener((message, _, answer) => {
      (message.save ? put('save', message.save) : get(message.get)).then(answer);
      return true;
    });
    globalThis.get = get;`,
};

/** Writes an extension that touches every door the driver opens; returns its folder. */
export function writeCheckExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-driver-check-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
