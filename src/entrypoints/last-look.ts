import { applyLastLook } from '../ui/look.ts';

applyLastLook();
