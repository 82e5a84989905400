import { changeListQuery, paths, type ProblemCode } from '@backstop/contracts';
import type { Permission } from '@backstop/core/access';
import type { Operation } from './operation.ts';

const JSON_TYPE = 'application/json';

const CHANGE_ID = { id: 'Id of the change.' };

const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
];

/** What every write of a change can be refused with. */
const WRITE_PROBLEMS: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  'change_not_found',
  'if_match_required',
  'if_match_must_be_current',
];

const CREATE_PROBLEMS: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  'idempotency_key_must_be_valid',
  'idempotency_key_in_flight',
  'idempotency_key_reused',
];

/** What the last check before the timeline is written can find. */
const TIMELINE_PROBLEMS: readonly ProblemCode[] = [
  'change_base_must_be_current',
  'change_must_have_no_problems',
  'change_must_end_after_it_begins',
  'approval_must_be_written_in_time',
];

const ANSWER = { text: 'The change as it stands now.', mediaType: JSON_TYPE, component: 'Change' };

interface Act {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly permission: Permission;
  readonly component: string;
  readonly example: unknown;
  readonly problems: readonly ProblemCode[];
}

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const acts: readonly Act[] = [
  {
    path: paths.changeSubmit,
    id: 'submitChange',
    title: 'Submit a change',
    text: 'Gathers the evidence (problems, analysis, impact on the last book snapshot), stores it, and puts the change to the reviewers with what it takes to approve it. Submitting anew what is under review refreshes its evidence and voids what was said of the old. Whatever a guardrail forbids refuses the whole change, every reason at once.',
    permission: 'change:write',
    component: 'PlainActRequest',
    example: {},
    problems: [
      'change_must_be_draft',
      'change_must_have_content',
      'change_must_have_reason',
      'change_must_end_after_it_begins',
      'change_base_must_be_current',
      'change_must_have_no_problems',
    ],
  },
  {
    path: paths.changeApprove,
    id: 'approveChange',
    title: 'Approve a change',
    text: 'Bound to the digest of the submission that was read. The last approval that was missing puts the change on the timeline, after everything was checked once more: bases, age of the evidence, guardrails, and every later set.',
    permission: 'change:review',
    component: 'ApprovalRequest',
    example: { digest: DIGEST, comment: 'The rates are those of the notice.' },
    problems: [
      'change_must_be_submitted',
      'change_contributor_must_not_approve',
      'change_must_be_as_reviewed',
      'change_must_be_approved_once_by_each',
      'change_notice_must_be_kept',
      'change_evidence_must_be_fresh',
      'change_requirement_must_be_current',
      ...TIMELINE_PROBLEMS,
    ],
  },
  {
    path: paths.changeReject,
    id: 'rejectChange',
    title: 'Reject a change',
    text: 'The rejection stands until the change is edited; nobody can approve past it.',
    permission: 'change:review',
    component: 'RejectionRequest',
    example: { digest: DIGEST, comment: 'The second tier lost a zero.' },
    problems: [
      'change_must_be_submitted',
      'change_contributor_must_not_approve',
      'change_must_be_as_reviewed',
      'rejection_must_have_reason',
    ],
  },
  {
    path: paths.changeWithdraw,
    id: 'withdrawChange',
    title: 'Withdraw a change',
    text: 'Taken back by one who wrote some of it, before it is approved.',
    permission: 'change:write',
    component: 'PlainActRequest',
    example: { reason: 'Superseded by another draft.' },
    problems: ['change_must_not_be_approved', 'change_must_be_open', 'change_must_be_withdrawn_by_contributor'],
  },
  {
    path: paths.changeCancel,
    id: 'cancelChange',
    title: 'Cancel a scheduled change',
    text: 'Called off before its instant; refused where a scheduled change was written against it, or where a later set would not stand without it.',
    permission: 'change:cancel',
    component: 'PlainActRequest',
    example: { reason: 'The listing is postponed.' },
    problems: [
      'change_must_be_approved',
      'change_must_not_have_begun',
      'change_must_not_be_built_upon',
      'change_must_not_break_the_timeline',
    ],
  },
  {
    path: paths.changeEmergency,
    id: 'activateChangeInEmergency',
    title: 'Activate a change in an emergency',
    text: 'One holder of the emergency role lets a submitted change take effect at once, one of their own too. It ends by itself at its hour unless another person, who wrote none of it, confirms it. Scheduled changes that cannot stand beside it are called off in the same transaction.',
    permission: 'change:emergency',
    component: 'EmergencyRequest',
    example: { digest: DIGEST, reason: 'The index of one exchange has come loose.' },
    problems: [
      'change_must_be_submitted',
      'change_must_be_as_reviewed',
      'emergency_must_have_reason',
      'guardrail_must_not_be_changed_in_emergency',
      'emergency_must_not_be_repeated',
      ...TIMELINE_PROBLEMS,
    ],
  },
  {
    path: paths.changeConfirm,
    id: 'confirmEmergency',
    title: 'Confirm an emergency',
    text: 'A second person, who neither activated it nor wrote any of it, makes an emergency stand.',
    permission: 'change:review',
    component: 'PlainActRequest',
    example: { reason: 'Seen and agreed.' },
    problems: [
      'change_must_be_emergency',
      'emergency_must_be_unconfirmed',
      'change_contributor_must_not_approve',
      'emergency_must_not_have_expired',
    ],
  },
  {
    path: paths.changeRebase,
    id: 'rebaseChange',
    title: 'Rebase a change',
    text: 'Brings a change up to what is in force, by row identity: what only one side changed is taken over. What both changed differently is answered as conflicts with all three values, and nothing is written until each is decided.',
    permission: 'change:write',
    component: 'RebaseRequest',
    example: { resolutions: [] },
    problems: ['change_must_be_open', 'change_has_conflicts'],
  },
];

function actOperation({ path, id, title, text, permission, component, example, problems }: Act): Operation {
  return {
    ...{ method: 'post', group: 'Changes', path, id, title, text, permission },
    parts: CHANGE_ID,
    body: { mediaType: JSON_TYPE, component, example },
    answer: ANSWER,
    problems: [...WRITE_PROBLEMS, ...problems],
  };
}

/** The routes of changes. */
export const changeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.changes,
    id: 'listChanges',
    group: 'Changes',
    title: 'List changes',
    text: 'A page of changes; the latest written comes first unless asked otherwise. `waiting=true` gives what waits for whoever asks.',
    permission: 'change:read',
    query: changeListQuery,
    answer: { text: 'The changes of the page.', mediaType: JSON_TYPE, component: 'ChangeSummary', list: true },
    problems: ['query_must_be_valid'],
    tagged: true,
  },
  {
    method: 'post',
    path: paths.changes,
    id: 'createChange',
    group: 'Changes',
    title: 'Draft a change',
    text: 'A new draft of one or more policies that take effect together or not at all. With an `Idempotency-Key` the same request makes one draft, however often it is sent.',
    permission: 'change:write',
    body: {
      mediaType: JSON_TYPE,
      component: 'ChangeRequest',
      example: { reason: 'The asset is delisted.', effectiveFrom: '2026-12-01T08:00:00Z' },
    },
    answer: { ...ANSWER, text: 'The draft.' },
    problems: CREATE_PROBLEMS,
  },
  {
    method: 'post',
    path: paths.changeRollBack,
    id: 'rollBack',
    group: 'Changes',
    title: 'Draft a roll back',
    text: 'A draft that brings back what was in force at an instant: whole, or some policies of it.',
    permission: 'change:write',
    body: {
      mediaType: JSON_TYPE,
      component: 'RollBackRequest',
      example: { asOf: '2026-01-31T00:00:00Z', reason: 'The raise hit more accounts than foreseen.' },
    },
    answer: { ...ANSWER, text: 'The draft.' },
    problems: [...CREATE_PROBLEMS, 'no_policy_set_in_force', 'roll_back_must_change_something'],
  },
  {
    method: 'get',
    path: paths.change,
    id: 'getChange',
    group: 'Changes',
    title: 'Read a change',
    text: 'A change with its content, differences, evidence, reviews and comments, and what whoever asks may do with it now. Its entity tag is what a write names in `If-Match`.',
    permission: 'change:read',
    parts: CHANGE_ID,
    answer: ANSWER,
    problems: ['change_not_found'],
  },
  {
    method: 'patch',
    path: paths.change,
    id: 'editChange',
    group: 'Changes',
    title: 'Edit a change',
    text: 'Other content; what is left out stays. It makes the change a draft again and voids what reviewers said of the old content; whoever edits becomes a contributor and cannot approve it.',
    permission: 'change:write',
    parts: CHANGE_ID,
    body: { mediaType: JSON_TYPE, component: 'ChangeEdit', example: { reason: 'The asset is delisted on Tuesday.' } },
    answer: ANSWER,
    problems: [...WRITE_PROBLEMS, 'change_must_be_open'],
  },
  {
    method: 'post',
    path: paths.changePreview,
    id: 'previewChange',
    group: 'Changes',
    title: 'Preview the evidence',
    text: 'What a submission would put to the reviewers now, with everything that stands against it; nothing is stored.',
    permission: 'change:read',
    parts: CHANGE_ID,
    answer: { text: 'The evidence.', mediaType: JSON_TYPE, component: 'EvidenceReport' },
    problems: ['change_not_found'],
  },
  {
    method: 'get',
    path: paths.changeNotice,
    id: 'getNotice',
    group: 'Changes',
    title: 'Read the notice',
    text: 'What the venue tells its users, readable by machine: old, new, from when, and who is affected.',
    permission: 'change:read',
    parts: CHANGE_ID,
    answer: { text: 'The notice.', mediaType: JSON_TYPE, component: 'Notice' },
    problems: ['change_not_found', 'change_must_be_submitted'],
  },
  {
    method: 'post',
    path: paths.changeComments,
    id: 'commentChange',
    group: 'Changes',
    title: 'Comment on a change',
    text: 'About the whole, about one policy, or about one row of it.',
    permission: 'change:read',
    parts: CHANGE_ID,
    body: { mediaType: JSON_TYPE, component: 'CommentRequest', example: { text: 'Why not from the first tier on?' } },
    answer: { text: 'The comment.', mediaType: JSON_TYPE, component: 'ChangeComment' },
    problems: [...CREATE_PROBLEMS, 'change_not_found'],
  },
  ...acts.map(actOperation),
];
