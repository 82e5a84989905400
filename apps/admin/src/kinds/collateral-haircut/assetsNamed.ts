import type { PolicyResource } from '@backstop/contracts';

/** The asset that a haircut is about by name; in general words where it is about several. */
export function assetsNamed({ assets }: PolicyResource['scope'], translate: (key: string) => string): string {
  return Array.isArray(assets) && assets.length === 1 ? (assets[0] ?? '') : translate('haircut.asset_units');
}
