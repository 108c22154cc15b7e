import { expect, it } from 'vitest';
import { isNearby } from '../../src/article/own-network.ts';

it('knows the addresses of the own network', () => {
  for (const host of [
    'localhost',
    '127.0.0.1',
    '192.168.1.1',
    '10.0.0.8',
    '172.20.0.1',
    '[::1]',
    'nas.local',
  ])
    expect(isNearby(`http://${host}/a.png`), host).toBe(true);
  for (const host of ['review.example', '172.32.0.1', '8.8.8.8', '10.example', 'local.example'])
    expect(isNearby(`http://${host}/a.png`), host).toBe(false);
  // As the browser reads addresses: 127.0.0.1 in another spelling.
  expect(isNearby('http://2130706433/a.png')).toBe(true);
});
