import { ChangeCommentEntity } from './change-comment.entity.ts';
import { ChangeEntryEntity } from './change-entry.entity.ts';
import { ChangeEvidenceEntity } from './change-evidence.entity.ts';
import { ChangeReviewEntity } from './change-review.entity.ts';
import { ChangeEntity } from './change.entity.ts';

/** The tables of the workflow. */
export const changeEntities = [
  ChangeEntity,
  ChangeEntryEntity,
  ChangeEvidenceEntity,
  ChangeReviewEntity,
  ChangeCommentEntity,
];
