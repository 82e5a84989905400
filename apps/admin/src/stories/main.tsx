import '../withoutEval.ts';
import { createRoot } from 'react-dom/client';
import { answerFromFixtures } from './answers.ts';
import { Stories } from './Stories.tsx';

answerFromFixtures();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<Stories />);
