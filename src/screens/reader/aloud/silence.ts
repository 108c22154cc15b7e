const RATE = 8_000;
/** Shorter sounds get no media keys in Chrome. */
const SECONDS = 10;
const HEAD = 44;

/** A sound of nothing, over and over. */
export function silence(): HTMLAudioElement {
  const size = RATE * SECONDS;
  const wave = new DataView(new ArrayBuffer(HEAD + size));
  const letters = (at: number, text: string): void => {
    new Uint8Array(wave.buffer, at).set(new TextEncoder().encode(text));
  };
  letters(0, 'RIFF');
  wave.setUint32(4, HEAD - 8 + size, true);
  letters(8, 'WAVEfmt ');
  wave.setUint32(16, 16, true);
  // Plain samples, one channel, one byte each.
  wave.setUint16(20, 1, true);
  wave.setUint16(22, 1, true);
  wave.setUint32(24, RATE, true);
  wave.setUint32(28, RATE, true);
  wave.setUint16(32, 1, true);
  wave.setUint16(34, 8, true);
  letters(36, 'data');
  wave.setUint32(40, size, true);
  new Uint8Array(wave.buffer, HEAD).fill(128);
  const sound = new Audio(URL.createObjectURL(new Blob([wave.buffer], { type: 'audio/wav' })));
  sound.loop = true;
  return sound;
}
