import Box from '@mui/material/Box';
import { visuallyHidden } from '../../../layout/Loading.tsx';

interface Props {
  /** What stands by the field. */
  readonly shown: string;
  /** What it is called for those who do not see where it stands. */
  readonly whole: string;
}

/** The label of a field among many alike: short to the eye, and told apart by its name. */
export function ShortLabel({ shown, whole }: Props) {
  return (
    <>
      <span aria-hidden>{shown}</span>
      <Box component="span" sx={visuallyHidden}>
        {whole}
      </Box>
    </>
  );
}
