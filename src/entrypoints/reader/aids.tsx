import type { JSX } from 'preact';
import { aidsArea } from '../../platform/reader-areas.ts';
import { Aids, type AidsProps } from '../../screens/reader/aids/Aids.tsx';
import type { Machine } from '../../screens/reader/aids/machine.ts';
import { createMachineModel } from '../../screens/reader/aids/machine-model.ts';
import { createAidsModel } from '../../screens/reader/aids/model.ts';

const model = createAidsModel(aidsArea);
/** Chrome has them; elsewhere they are absent, and so are their switches. */
const machine = createMachineModel(self as unknown as Machine);

/** The aids with what this browser has. */
export const AidsHere = (props: AidsProps): JSX.Element => (
  <Aids {...props} model={model} machine={machine} />
);
