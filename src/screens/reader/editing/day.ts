/** The day of a stored time as a field for dates has it, as it falls here; empty where there is no whole day. */
export function dayOf(iso: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
  const date = new Date(iso);
  if (iso.length < 10 || Number.isNaN(date.getTime())) return '';
  const here = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 10);
}
