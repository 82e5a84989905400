import { InvariantError } from '../num/index.ts';
import type { Asset } from '../venue/index.ts';

/** An asset that a run names. Throws `InvariantError` where the run does not know it. */
export function assetOf(assets: ReadonlyMap<string, Asset>, name: string): Asset {
  const asset = assets.get(name);
  if (asset === undefined) throw new InvariantError(`the asset ${name} is not known to the run`);
  return asset;
}
