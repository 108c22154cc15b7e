import type { Time } from '../../article/article.ts';
import { dateInWords, t, uiLanguage } from '../../ui/strings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Formats {
  ago: Intl.RelativeTimeFormat;
  day: Intl.DateTimeFormat;
  dayAndYear: Intl.DateTimeFormat;
}

const made = new Map<string, Formats>();

/** Making a formatter takes longer than drawing a row, so each language has one set. */
function formats(language: string): Formats {
  const known = made.get(language);
  if (known) return known;
  const day = { day: 'numeric', month: 'short' } as const;
  const fresh = {
    ago: new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
    day: new Intl.DateTimeFormat(language, day),
    dayAndYear: new Intl.DateTimeFormat(language, { ...day, year: 'numeric' }),
  };
  made.set(language, fresh);
  return fresh;
}

/** A time as one says it of late ("2 hr. ago", "yesterday"), else as a short date. */
export function savedWhen(time: Time, now: Time): string {
  const { ago, day, dayAndYear } = formats(uiLanguage());
  const passed = now - time;
  const days = Math.round((midnight(now) - midnight(time)) / (24 * HOUR));
  if (passed < MINUTE && passed > -MINUTE) return ago.format(0, 'second');
  if (passed >= 0 && days === 0) {
    return passed < HOUR
      ? ago.format(-Math.floor(passed / MINUTE), 'minute')
      : ago.format(-Math.floor(passed / HOUR), 'hour');
  }
  if (days > 0 && days < 7) return ago.format(-days, 'day');
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? day : dayAndYear).format(time);
}

/** Both dates in full, for who asks the short one for more. */
export function datesInFull(savedAt: Time, publishedTime: string): string {
  const saved = t('listSavedOn', dateInWords(new Date(savedAt).toISOString()));
  const published = dateInWords(publishedTime);
  return published ? `${saved} · ${t('listPublishedOn', published)}` : saved;
}

const midnight = (time: Time): Time => new Date(time).setHours(0, 0, 0, 0);
