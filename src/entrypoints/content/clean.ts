import { cleanDraft } from '../../sanitize/clean-draft.ts';

(globalThis as unknown as { __lecternClean: typeof cleanDraft }).__lecternClean = cleanDraft;
