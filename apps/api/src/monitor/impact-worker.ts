import { answerTasks } from '../threads/answer-tasks.ts';
import { impactStep } from './impact-task.ts';

answerTasks(impactStep);
