import { type ReadonlySignal, signal } from '@preact/signals';
import { type Aids, parseAids } from '../../../article/aids.ts';

export interface AidsArea {
  load(): Promise<Aids>;
  save(aids: Aids): Promise<void>;
  onChange(listener: (aids: Aids) => void): void;
}

export interface AidsModel {
  aids: ReadonlySignal<Aids>;
  change(part: Partial<Aids>): void;
}

/** The aids as the person left them, the same in every tab. */
export function createAidsModel(area: AidsArea): AidsModel {
  const aids = signal<Aids>(parseAids(null));
  const take = (value: Aids): void => {
    aids.value = value;
  };
  void area.load().then(take);
  /** Our own changes come back late, and would undo those made since. */
  const own: string[] = [];
  area.onChange((value) => {
    const at = own.indexOf(JSON.stringify(value));
    if (at < 0) take(value);
    else own.splice(0, at + 1);
  });
  return {
    aids,
    change(part) {
      take({ ...aids.value, ...part });
      own.push(JSON.stringify(parseAids(aids.value)));
      void area.save(aids.value);
    },
  };
}
