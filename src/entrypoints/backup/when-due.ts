import { createPlanModel } from '../../screens/backup/plan.ts';
import { planWorld } from './plan-world.ts';

/** Makes a backup that is due; false where it cannot be made by itself. */
export const backUpWhenDue = (): Promise<boolean> => createPlanModel(planWorld).whenDue();
