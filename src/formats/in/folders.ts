import type { Fault } from '../imported.ts';
import { own } from './fields.ts';
import type { JsonObject } from './json.ts';
import { LIMITS } from './limits.ts';

/**
 * The way to each folder by its id, where folders name their parents: one path, outermost first, in a list.
 * None for an unknown one. Folders that lie in each other end somewhere.
 */
export async function pathsOfFolders(
  folders: AsyncIterable<JsonObject | Fault>,
): Promise<(id: unknown) => unknown[][] | undefined> {
  const known = new Map<unknown, { name: unknown; parent: unknown }>();
  for await (const found of folders)
    if (!('kind' in found))
      known.set(own(found.value, 'id'), {
        name: own(found.value, 'name'),
        parent: own(found.value, 'parentId'),
      });
  return (id) => {
    const path: unknown[] = [];
    for (let at = known.get(id); at && path.length < LIMITS.folderDepth; at = known.get(at.parent))
      path.unshift(at.name);
    return path.length > 0 ? [path] : undefined;
  };
}
