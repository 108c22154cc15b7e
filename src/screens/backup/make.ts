import type { BackupPlace, BackupPortion, PictureKey } from '../../article/backup.ts';
import type { LibraryFailure } from '../../article/library-query.ts';
import { done, failed, type Result } from '../../article/result.ts';
import type { BackupManifest } from '../../formats/backup/layout.ts';
import { BackupWriter } from '../../formats/backup/write.ts';
import type { Send } from '../../messages/protocol.ts';

export interface Making {
  send: Send;
  /** What of storage.local belongs into it. */
  settings: () => Promise<Record<string, unknown>>;
  now: () => number;
}

export type MakeFailure = LibraryFailure | 'no-answer' | 'not-written' | 'cancelled';

/** How far a backup has come. */
export interface MadeSoFar {
  articles: number;
  bytes: number;
}

/** Writes all of the library into a stream; what it holds of it at any time is one portion. */
export async function makeBackup(
  { send, settings, now }: Making,
  sink: WritableStream<Uint8Array>,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (soFar: MadeSoFar) => void },
): Promise<Result<BackupManifest, MakeFailure>> {
  const counted = counting(sink);
  let writer: BackupWriter | undefined;
  let unreadable = 0;
  let place: BackupPlace | null = null;
  try {
    do {
      const answer: Result<BackupPortion, LibraryFailure> | null = await send(
        'backup/next',
        place,
      ).catch(() => null);
      if (!answer?.ok) return await given(up(sink), answer ? answer.reason : 'no-answer');
      const { version, lines, pictures }: BackupPortion = answer.value;
      unreadable += answer.value.unreadable;
      if (!writer) {
        writer = new BackupWriter(counted.sink, version, new Date(now()));
        await writer.begin(await settings());
      }
      const shown = await withPictures({ send, writer, pictures, signal });
      if (!shown) return await given(up(sink), signal.aborted ? 'cancelled' : 'no-answer');
      // After its pictures: a part that is there has them.
      await writer.part([...lines, ...shown]);
      onProgress({ articles: writer.counts.articles, bytes: counted.size() });
      if (signal.aborted) return await given(up(sink), 'cancelled');
      place = answer.value.next;
    } while (place);
    return done(await writer.finish(unreadable));
  } catch (error) {
    console.error(error);
    return given(up(sink), 'not-written');
  }
}

async function withPictures({
  send,
  writer,
  pictures,
  signal,
}: {
  send: Send;
  writer: BackupWriter;
  pictures: PictureKey[];
  signal: AbortSignal;
}) {
  const lines = [];
  for (let rest = pictures; rest.length > 0;) {
    if (signal.aborted) return null;
    const answer = await send('backup/pictures', rest).catch(() => null);
    if (!answer?.ok) return null;
    for (const picture of answer.value.pictures) {
      const line = await writer.picture(picture);
      if (line) lines.push(line);
    }
    rest = rest.slice(answer.value.read);
  }
  return lines;
}

/** Leaves a file that will not be finished. */
const up = (sink: WritableStream<Uint8Array>): Promise<void> => sink.abort().catch(() => undefined);

const given = async (
  left: Promise<void>,
  reason: MakeFailure,
): Promise<Result<never, MakeFailure>> => {
  await left;
  return failed(reason);
};

function counting(sink: WritableStream<Uint8Array>): {
  sink: WritableStream<Uint8Array>;
  size: () => number;
} {
  let size = 0;
  const writer = sink.getWriter();
  const counted = new WritableStream<Uint8Array>({
    write(bytes) {
      size += bytes.length;
      return writer.write(bytes);
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
  return { sink: counted, size: () => size };
}
