import type { AloudModel } from './model.ts';

/** What we use of the media session and of a sound; a page's own fit. */
export interface MediaWorld {
  session: Pick<MediaSession, 'metadata' | 'playbackState' | 'setActionHandler'> | null;
  metadata: (title: string, artist: string) => MediaMetadata;
  /** A sound without a sound, for ever. */
  silence: () => Pick<HTMLAudioElement, 'play' | 'pause'>;
}

/**
 * Lets the keys of keyboards, headphones and lock screens play and pause. The browser gives them to a page with a
 * sound, and does not count speech as one: a silent sound goes along with it.
 */
export function createMediaKeys(
  { session, metadata, silence }: MediaWorld,
  model: AloudModel,
  { title, byline }: { title: string; byline: string },
) {
  let sound: ReturnType<MediaWorld['silence']> | null = null;
  const acts: [MediaSessionAction, () => void][] = [
    ['play', model.play],
    ['pause', model.pause],
    ['stop', model.pause],
    ['previoustrack', () => model.skipParagraph(-1)],
    ['nexttrack', () => model.skipParagraph(1)],
    ['seekbackward', () => model.skipSentence(-1)],
    ['seekforward', () => model.skipSentence(1)],
  ];
  const handle = (act: MediaSessionAction, handler: (() => void) | null): void => {
    try {
      session?.setActionHandler(act, handler);
    } catch {
      // Each browser knows some of them.
    }
  };
  return {
    follow(isPlaying: boolean): void {
      if (!session || (!isPlaying && !sound)) return;
      if (!sound) {
        sound = silence();
        session.metadata = metadata(title, byline);
        for (const [act, handler] of acts) handle(act, handler);
      }
      session.playbackState = isPlaying ? 'playing' : 'paused';
      // Refused without a click before: then there are no keys, and nothing else is lost.
      if (isPlaying) void sound.play().catch(() => undefined);
      else sound.pause();
    },
    end(): void {
      sound?.pause();
      sound = null;
      if (!session) return;
      session.playbackState = 'none';
      session.metadata = null;
      for (const [act] of acts) handle(act, null);
    },
  };
}
