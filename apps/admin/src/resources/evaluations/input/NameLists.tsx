import { memo } from 'react';
import { useSpecification } from '../../../providers/useSpecification.ts';

export const CONTRACT_LIST = 'known-contracts';
export const ASSET_LIST = 'known-assets';

/** Contracts and assets of the venue, for the fields to suggest from. */
export const NameLists = memo(function NameLists() {
  const { data } = useSpecification();
  return (
    <>
      <datalist id={CONTRACT_LIST}>
        {[...(data?.contracts.keys() ?? [])].map((contract) => (
          <option key={contract} value={contract} />
        ))}
      </datalist>
      <datalist id={ASSET_LIST}>
        {[...(data?.assets.keys() ?? [])].map((asset) => (
          <option key={asset} value={asset} />
        ))}
      </datalist>
    </>
  );
});
