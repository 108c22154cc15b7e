import type { JSX } from 'preact';
import type { ArticleId } from '../../article/article.ts';
import { withPlace } from '../../article/listening.ts';
import { listeningArea, listeningPlacesArea } from '../../platform/reader-areas.ts';
import { Aloud, type AloudProps } from '../../screens/reader/aloud/Aloud.tsx';
import type { ListenCommand } from '../../screens/reader/aloud/keys.ts';
import type { MediaWorld } from '../../screens/reader/aloud/media-keys.ts';
import type { AloudWorld } from '../../screens/reader/aloud/model.ts';
import { silence } from '../../screens/reader/aloud/silence.ts';
import type { KeysModel } from '../../ui/keys-model.ts';

const tabs = new BroadcastChannel('aloud');
const announce = tabs.postMessage.bind(tabs, 'speaks');

const media: MediaWorld = {
  session: navigator.mediaSession ?? null,
  metadata: (title, artist) => new MediaMetadata({ title, artist, album: 'Lectern' }),
  silence,
};

function placeOf(id: ArticleId): NonNullable<AloudWorld['place']> {
  const places = listeningPlacesArea.load();
  return {
    load: async () => (await places)[id] ?? null,
    save: async (place) =>
      listeningPlacesArea.save(withPlace(await listeningPlacesArea.load(), id, place)),
  };
}

/** What is stored is asked for here, so that it comes while the text of the page is read. */
function worldFor(id: ArticleId | null): AloudWorld {
  const settings = listeningArea.load();
  return {
    // Absent where speech was switched off.
    speech: 'speechSynthesis' in window ? speechSynthesis : null,
    utterance: (text) => new SpeechSynthesisUtterance(text),
    settings: { load: () => settings, save: listeningArea.save },
    place: id && placeOf(id),
    others: {
      announce,
      onAnnounced: (listener) => {
        tabs.onmessage = listener;
      },
    },
  };
}

/** Reading aloud with the voices of this browser, and the keys of the person. */
export const aloudHere =
  (keys: KeysModel<ListenCommand>) =>
  (props: AloudProps): JSX.Element => (
    <Aloud {...props} world={worldFor} media={media} keys={keys} />
  );
