import type { PageRequests } from '../../messages/protocol.ts';
import { contentApi } from '../../platform/content-api.ts';
import { stringsOf } from '../../platform/strings-of.ts';
import { startPicking } from '../../screens/pick/pick.ts';
import { provideStrings } from '../../ui/strings.ts';

/** What stays in the page, where only our scripts see it. */
interface Left {
  __lecternPicking?: () => void;
  /** `read.ts` reads it instead of what it would find, for as long as the page lives. */
  __lecternPicked?: Element;
}

const page = globalThis as Left;

const tell = (about: Parameters<PageRequests['page/picked']>[0]): Promise<unknown> =>
  contentApi.runtime.sendMessage({ ask: 'page/picked', about });

provideStrings(stringsOf(contentApi.i18n), false);
page.__lecternPicking?.();
page.__lecternPicking = startPicking(document, (element, remember) => {
  page.__lecternPicked = element;
  // The toolbar button says what went wrong; the next click on it reads what was picked.
  tell({ remember }).catch(() => undefined);
});
