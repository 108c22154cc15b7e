/** An expected outcome as a value: what was asked for, or a reason that has words and an action. */
export type Result<T, Reason> = { ok: true; value: T } | { ok: false; reason: Reason };

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const failed = <Reason>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
});
