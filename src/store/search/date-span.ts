import type { Time } from '../../article/article.ts';

/** The year, month or day of `2024`, `2024-03`, `2024-03-06` in local time; nothing for what is no date. */
export function dateSpan(text: string): { from: Time; until: Time } | undefined {
  const parts = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const month = Number(parts[2] ?? 1) - 1;
  const day = Number(parts[3] ?? 1);
  const from = new Date(year, month, day);
  // The 31st of February would be a day of March.
  if (from.getMonth() !== month || from.getDate() !== day) return undefined;
  const until = new Date(from);
  if (parts[3] !== undefined) until.setDate(day + 1);
  else if (parts[2] !== undefined) until.setMonth(month + 1);
  else until.setFullYear(year + 1);
  return { from: from.getTime(), until: until.getTime() };
}
