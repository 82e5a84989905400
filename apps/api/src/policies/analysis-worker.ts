import { answerTasks } from '../threads/answer-tasks.ts';
import { analyseDocument } from './analysis-task.ts';

answerTasks(analyseDocument);
