import axe from 'axe-core';
import { THEMES } from '../../src/article/look.ts';
import type { View } from './driver/driver.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The only rules that a theme can change the answer to. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds in a view, as it stands and in the colours of every theme: the rule and the elements. */
export function axeFindings(view: View): Promise<string[]> {
  return view.run<string[]>(
    `${axe.source};
    const root = document.documentElement;
    // What fades in is judged when it is there.
    await Promise.all(document.getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
      .map((one) => one.finished.catch(() => undefined)));
    const look = async (name, runOnly) => {
      const { violations } = await (window.axe ?? globalThis.axe).run(document, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => name + ': ' + id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | '));
    };
    const found = await look('as it stands', args[0]);
    const before = root.dataset.theme;
    // Colours that fade into each other would be judged half way.
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
    document.adoptedStyleSheets.push(still);
    for (const theme of args[2]) {
      root.dataset.theme = theme;
      found.push(...(await look(theme, { type: 'rule', values: args[1] })));
    }
    document.adoptedStyleSheets.pop();
    if (before) root.dataset.theme = before; else delete root.dataset.theme;
    return found;`,
    RULES,
    COLOUR_RULES,
    THEMES.filter((theme) => theme !== 'own'),
  );
}

/** Everything that Tab must reach: in the open dialog alone, where there is one. */
const STOPS = `
  const top = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
  const stops = [...top.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && !one.closest('[inert]') && one.checkVisibility({ visibilityProperty: true }) &&
    // One of a group of radio buttons stands for all.
    !(one.type === 'radio' && one !== ([...document.getElementsByName(one.name)].find((other) => other.checked) ?? document.getElementsByName(one.name)[0])));
  const name = (one) => one.tagName.toLowerCase() + ' ' + (one.ariaLabel || one.innerText || one.name || one.id || '').slice(0, 40);
`;

/**
 * Presses Tab until the focus has been everywhere: what it never reached, what shows no sign of it, and what has it
 * out of sight or below something else.
 */
export async function keyboardFindings(view: View, most = 120): Promise<string[]> {
  await view.run(
    `${STOPS}; window.tabStops = stops; window.tabbed = new Set(); window.tabFaults = new Set()`,
  );
  for (let pressed = 0; pressed < most; pressed += 10) {
    for (let at = 0; at < 10; at += 1) {
      await view.press('Tab');
      await view.run(`${STOPS}
        const one = document.activeElement;
        // After the last of them the focus is the browser's own.
        if (!document.hasFocus() || !one || one === document.body || one === document.documentElement) return;
        window.tabbed.add(one);
        await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); setTimeout(resolve, 300); });
        // The sign may be on what stands for it: the label of a hidden radio button, the row of a link.
        const around = [one, ...(one.labels ?? []), one.parentElement, one.parentElement?.parentElement, one.closest('li'), one.nextElementSibling].filter(Boolean);
        const seen = around.some((place) => { const style = getComputedStyle(place); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; });
        if (!seen) window.tabFaults.add('no sign of the focus: ' + name(one));
        const lookThere = () => {
          const box = (one.labels?.[0] ?? one).getBoundingClientRect();
          return document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2);
        };
        let there = lookThere();
        // What is drawn on the way to it has first to find its height.
        for (let tries = 0; !there && tries < 5; tries += 1) {
          await new Promise((resolve) => setTimeout(resolve, 100));
          there = lookThere();
        }
        if (!there) window.tabFaults.add('focus out of sight: ' + name(one));
        else if (!around.some((place) => place.contains(there)) && !there.contains(one)) window.tabFaults.add('focus below ' + name(there) + ': ' + name(one));`);
    }
    if (await view.run<boolean>(`return window.tabStops.every((one) => window.tabbed.has(one))`))
      break;
  }
  return view.run(`${STOPS}
    return [...window.tabFaults, ...window.tabStops.filter((one) => one.isConnected && !window.tabbed.has(one)).map((one) => 'never reached: ' + name(one))]`);
}

/** At 400 % and with text spaced as WCAG 1.4.12 asks: what scrolls sideways, and words that are cut off. */
export async function roomFindings(view: View): Promise<string[]> {
  await view.resize(320, 256);
  await view.until(`innerWidth === 320`);
  const found = await view.run<string[]>(`
    const spaced = new CSSStyleSheet();
    spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    const found = [];
    const wide = (when) => {
      const over = document.documentElement.scrollWidth - innerWidth;
      if (over > 0) found.push(when + ': ' + over + ' px sideways: ' + [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1 && ![...one.children].some((child) => child.getBoundingClientRect().right > innerWidth + 1)).slice(0, 4).map((one) => one.outerHTML.slice(0, 120)).join(' | '));
    };
    wide('at 400 %');
    document.adoptedStyleSheets.push(spaced);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    wide('spaced');
    for (const one of document.querySelectorAll('button, a[href], summary, label, h1, h2, h3, p, li, [role=status]')) {
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !one.innerText.trim()) continue;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      // What is kept for screen readers alone is one pixel large.
      if (box.width <= 2 || box.height <= 2 || one.closest('[data-hidden]')) continue;
      const cutAcross = style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && !/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
      const cutDown = style.overflowY !== 'visible' && !/auto|scroll/.test(style.overflowY) && style.webkitLineClamp === 'none' && one.scrollHeight > one.clientHeight + 2;
      if (cutAcross || cutDown) found.push('spaced: cut off: ' + one.outerHTML.slice(0, 160));
    }
    document.adoptedStyleSheets.pop();
    return found;`);
  await view.resize(1240, 860);
  return found;
}

/**
 * With the system's own colours: words and drawn signs that hardly differ from what is behind them. By the colours that
 * are drawn; axe reads those of the style sheet here.
 */
export async function forcedColourFindings(view: View): Promise<string[]> {
  await view.forcedColours(true);
  await view.until(`matchMedia('(forced-colors: active)').matches`);
  const found = await view.run<string[]>(`
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
    const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
    const behind = (one) => { for (let at = one; at; at = at.parentElement) { const colour = parts(getComputedStyle(at).backgroundColor); if ((colour[3] ?? 1) > 0.5) return colour; } return [255, 255, 255]; };
    const found = [];
    // The pair for what is chosen is the system's own, and so its affair.
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.cssText = 'forced-color-adjust: none; background: Highlight';
    const chosen = getComputedStyle(probe).backgroundColor;
    probe.remove();
    for (const one of document.querySelectorAll('body *')) {
      if (getComputedStyle(one).backgroundColor === chosen) continue;
      const says = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || one.localName === 'svg';
      if (!says || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || one.closest(':disabled')) continue;
      const colour = parts(getComputedStyle(one).color);
      const clear = ratio(colour, behind(one));
      if (clear < 4.5) found.push(clear.toFixed(1) + ': ' + one.outerHTML.slice(0, 140));
    }
    return found.slice(0, 12);`);
  await view.forcedColours(false);
  return found;
}
