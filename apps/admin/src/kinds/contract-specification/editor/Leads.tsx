import Box from '@mui/material/Box';
import type { ProblemPlace } from './problemPlaces.ts';

interface Props {
  readonly places: readonly ProblemPlace[];
  readonly onLead: (place: ProblemPlace) => void;
}

/**
 * What stands in for cells that are not drawn: a sheet draws only rows in sight. Who is led to a problem gives one of these the
 * focus, and it hands it on to the cell.
 */
export function Leads({ places, onLead }: Props) {
  return (
    <Box aria-hidden sx={{ position: 'absolute', width: 0, height: 0, overflow: 'hidden' }}>
      {places.map((place, at) => (
        <span key={at} tabIndex={-1} data-pointer={place.path} onFocus={() => onLead(place)} />
      ))}
    </Box>
  );
}
