import type { Driver, LaunchOptions } from './driver.ts';
export async function launchFirefox(_options: LaunchOptions): Promise<Driver> {
  throw new Error('todo');
}
