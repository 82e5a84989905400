import { answerTasks } from '../threads/answer-tasks.ts';
import { lossStep } from './loss-task.ts';

answerTasks(lossStep);
