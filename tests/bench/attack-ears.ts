import { createHash } from 'node:crypto';
import { Cdp } from '../browser/driver/cdp.ts';
import type { ChromiumView } from '../browser/driver/chromium-view.ts';
import { type Driver, launch, type LaunchOptions, type View } from '../browser/driver/driver.ts';
import type { FirefoxView } from '../browser/driver/firefox-view.ts';

/** What only the browser itself can tell about our pages. */
export interface Ears {
  /** Begins to listen to a view, back to its start. */
  attach(view: View): Promise<void>;
  /** Scripts in attached views that are no file of ours, since last asked. */
  scripts(): Promise<string[]>;
  /** What the policy stopped in our pages since last asked, where the browser keeps a list. */
  blocked(): Promise<string[]>;
}

export interface Heard {
  driver: Driver;
  ears: Ears;
}

/** Starts a browser with ears. */
export async function launchWithEars(name: Driver['name'], options: LaunchOptions): Promise<Heard> {
  if (name === 'firefox') {
    const driver = await launch(name, options);
    return { driver, ears: new FirefoxEars(driver) };
  }
  const { driver, cdp } = await borrowingConnection(() => launch(name, options));
  return { driver, ears: new ChromiumEars(cdp, driver.origin) };
}

/** Scripts are told by events only, which a view does not hand on: listen to the driver's connection. */
async function borrowingConnection(
  start: () => Promise<Driver>,
): Promise<{ driver: Driver; cdp: Cdp }> {
  const { send } = Cdp.prototype;
  const used: Cdp[] = [];
  Cdp.prototype.send = function borrow<T>(this: Cdp, ...command: Parameters<typeof send>) {
    used.push(this);
    return send.apply(this, command) as Promise<T>;
  };
  try {
    const driver = await start();
    return { driver, cdp: used[0]! };
  } finally {
    Cdp.prototype.send = send;
  }
}

interface Script {
  scriptId: string;
  url: string;
  hash: string;
  hasSourceURL?: boolean;
}

class ChromiumEars implements Ears {
  #cdp: Cdp;
  #pending: Promise<string>[] = [];
  /** Hashes of what the drivers and we evaluate. */
  #ours = new Set<string>();

  constructor(cdp: Cdp, origin: string) {
    this.#cdp = cdp;
    const send = cdp.send.bind(cdp);
    cdp.send = <T>(method: string, params?: object, session?: string) => {
      if (method === 'Runtime.evaluate' && params && 'expression' in params)
        this.#ours.add(createHash('sha256').update(String(params.expression)).digest('hex'));
      return send<T>(method, params, session);
    };
    cdp.on<Script>('Debugger.scriptParsed', (script, session) => {
      // extensions:: is where Chromium keeps its own part of the extension interface.
      const isFile =
        script.url.startsWith('extensions::') ||
        (script.url.startsWith(origin) && script.url.endsWith('.js'));
      const isKnown = script.hasSourceURL !== true && isFile;
      if (!isKnown && !this.#ours.has(script.hash)) this.#pending.push(this.#told(script, session));
    });
  }

  async attach(view: View): Promise<void> {
    const chromium = view as ChromiumView;
    await chromium.send('Debugger.enable');
    await chromium.send('Debugger.setSkipAllPauses', { skip: true });
  }

  scripts(): Promise<string[]> {
    return Promise.all(this.#pending.splice(0));
  }

  blocked(): Promise<string[]> {
    return Promise.resolve([]);
  }

  async #told({ scriptId, url }: Script, session: string | undefined): Promise<string> {
    const { scriptSource } = await this.#cdp
      .send<{ scriptSource: string }>('Debugger.getScriptSource', { scriptId }, session)
      .catch(() => ({ scriptSource: 'its view was closed' }));
    return `script ${url}: ${scriptSource.slice(0, 120)}`;
  }
}

/** Firefox writes what a policy stopped into its console, whoever listens. */
class FirefoxEars implements Ears {
  #driver: Driver;
  #view: FirefoxView | undefined;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  attach(view: View): Promise<void> {
    this.#view = view as FirefoxView;
    return Promise.resolve();
  }

  scripts(): Promise<string[]> {
    return Promise.resolve([]);
  }

  async blocked(): Promise<string[]> {
    if (!this.#view) return [];
    return this.#view.chrome<string[]>(
      `const found = [];
      for (const message of Services.console.getMessageArray()) {
        if (!(message instanceof Ci.nsIScriptError) || !/csp|content security/i.test(message.category)) continue;
        if ((message.sourceName + message.errorMessage).includes(args[0])) found.push(message.errorMessage);
      }
      Services.console.reset();
      return found;`,
      this.#driver.origin,
    );
  }
}
