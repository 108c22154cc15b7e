// What the popup loads when it is first needed: DOMPurify is as large as all the rest of it.
export { cleanDraft } from './clean-draft.ts';
export { purify } from './purify.ts';
