import { expect, it } from 'vitest';
import { Aborts, failureOf } from '../../src/store/failure.ts';

const IO_ERROR = 'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE';

it('names a full disk in both browsers, and lets a bug through', () => {
  expect(failureOf(new DOMException('', 'QuotaExceededError'))).toBe('storage-full');
  expect(failureOf(new DOMException('Failed to write blobs (IOError)', 'DataError'))).toBe(
    'storage-full',
  );
  expect(failureOf(new DOMException(IO_ERROR, 'UnknownError'))).toBe('storage-full');
  expect(failureOf(new DOMException('bad key', 'DataError'))).toBeUndefined();
  expect(failureOf(new TypeError('ours'))).toBeUndefined();
});

/** Hears aborts as a database does, from transactions that ended with these errors. */
function heardBy(aborts: Aborts): (error: DOMException | null) => void {
  let hear: (event: Event) => void = () => undefined;
  aborts.listen({ addEventListener: (_: string, listener: typeof hear) => (hear = listener) });
  return (error) => hear({ target: { error } } as unknown as Event);
}

it.each(['before', 'after'])(
  'names what ended the work of two that hear of it %s',
  async (when) => {
    const aborts = new Aborts();
    const end = heardBy(aborts);
    const full = new DOMException(IO_ERROR, 'UnknownError');
    const abort = new DOMException('aborted', 'AbortError');
    const tell = (): void => [null, full, null].forEach(end);
    if (when === 'before') tell();
    const causes = [aborts.causeOf(abort), aborts.causeOf(abort)];
    if (when === 'after') tell();
    expect(await Promise.all(causes)).toEqual([full, full]);
  },
);

it('leaves an abort that nothing explains, and forgets what was long ago', async () => {
  const aborts = new Aborts();
  heardBy(aborts)(new DOMException(IO_ERROR, 'UnknownError'));
  await new Promise((resolve) => setTimeout(resolve, 250));
  const abort = new DOMException('aborted', 'AbortError');
  expect(await aborts.causeOf(abort)).toBe(abort);
});
