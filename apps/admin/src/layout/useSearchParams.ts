import { useLocation, useNavigate } from 'react-admin';

/**
 * One parameter of the address, and how to set it: several at once with `set`, so that no step is lost.
 * Setting replaces the entry in the history where `replace` says so (typing), else it adds one (choosing).
 */
export function useSearchParams(): {
  readonly get: (name: string) => string | null;
  readonly set: (values: Readonly<Record<string, string | null>>, replace?: boolean) => void;
} {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(search);
  return {
    get: (name) => params.get(name),
    set: (values, replace = false) => {
      const next = new URLSearchParams(search);
      for (const [name, value] of Object.entries(values)) {
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      navigate({ pathname, search: next.toString() }, { replace });
    },
  };
}
