/** Runs in the list that was taken out, allowed there by its hash. It knows rows and words, nothing else. */
export const searchScript = `'use strict';
(() => {
  const field = document.getElementById('search');
  const nothing = document.getElementById('nothing');
  const rows = [...document.querySelectorAll('#list > li')];
  const words = JSON.parse(document.getElementById('words').textContent);
  const fold = (text) => text.normalize('NFKD').replace(/\\p{M}+/gu, '').toLowerCase();
  const spaceless = /[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]/u;
  const search = () => {
    const asked = (fold(field.value).match(/[\\p{L}\\p{N}]+/gu) || []).map((word) => (spaceless.test(word) ? word : ' ' + word));
    let found = 0;
    rows.forEach((row, at) => {
      row.hidden = !asked.every((word) => words[at].includes(word));
      if (!row.hidden) found += 1;
    });
    nothing.hidden = found > 0;
    document.getElementById('count').textContent = asked.length > 0 ? String(found) : '';
  };
  document.getElementById('form').hidden = false;
  field.addEventListener('input', search);
  search();
})();
`;
