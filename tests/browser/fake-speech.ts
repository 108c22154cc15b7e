/** Runs in our page before Listen is pressed: a Web Speech interface that says a word in 120 ms, with its events. */
export const FAKE_SPEECH = `
  const voices = args[0].map((lang) => ({ voiceURI: lang, name: lang, lang, localService: true, default: false }));
  window.saidHere = [];
  class Utterance extends EventTarget {
    constructor(text) { super(); Object.assign(this, { text, lang: '', rate: 1, pitch: 1, voice: null }); }
  }
  class Speech extends EventTarget {
    speaking = false; pending = false; paused = false; timers = [];
    getVoices() { return voices; }
    resume() {}
    cancel() { this.speaking = false; this.timers.forEach(clearTimeout); this.timers = []; }
    speak(utterance) {
      this.speaking = true;
      window.saidAt ??= performance.now();
      window.saidHere.push(utterance.text);
      const fire = (type, facts, after) => this.timers.push(setTimeout(() => {
        if (type === 'end') this.speaking = false;
        utterance.dispatchEvent(Object.assign(new Event(type), facts));
      }, after));
      fire('start', {}, 0);
      let at = 0;
      for (const { 0: word, index } of utterance.text.matchAll(/\\S+/g))
        fire('boundary', { name: 'word', charIndex: index, charLength: word.length }, at++ * 400);
      fire('end', {}, at * 400);
    }
  }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
  Object.defineProperty(window, 'speechSynthesis', { value: new Speech(), configurable: true });
  addEventListener('keydown', () => (window.pressedAt ??= performance.now()), { capture: true });
`;
