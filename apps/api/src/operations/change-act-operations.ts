import { paths, submissionQuery, type ProblemCode } from '@backstop/contracts';
import type { Permission } from '@backstop/core/access';
import { JSON_TYPE } from './body-parts.ts';
import { CHANGE_ANSWER, CHANGE_ID, WRITE_PROBLEMS } from './change-parts.ts';
import type { Operation } from './operation.ts';

/** What the last check before the timeline is written can find. */
const TIMELINE_PROBLEMS: readonly ProblemCode[] = [
  'change_base_must_be_current',
  'change_must_have_no_problems',
  'change_must_end_after_it_begins',
  'approval_must_be_written_in_time',
];

interface Act {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly permission: Permission;
  readonly component: string;
  readonly example: unknown;
  readonly problems: readonly ProblemCode[];
  readonly query?: Operation['query'];
  readonly answer?: Operation['answer'];
}

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const acts: readonly Act[] = [
  {
    path: paths.changeSubmit,
    id: 'submitChange',
    title: 'Submit a change',
    text: 'Gathers the evidence (problems, analysis, impact on the last book snapshot), stores it, and puts the change to the reviewers with what it takes to approve it. Submitting anew what is under review refreshes its evidence and voids what was said of the old. Whatever a guardrail forbids refuses the whole change, every reason at once. With `dryRun=true` the very same way is gone and undone, and the answer is whether it would have been accepted, with everything that stands against it.',
    permission: 'change:write',
    component: 'PlainActRequest',
    example: {},
    query: submissionQuery,
    answer: {
      text: 'The change as it stands now; what a submission would be answered, of a dry run.',
      mediaType: JSON_TYPE,
      component: 'ChangeOrTrial',
    },
    problems: [
      'query_must_be_valid',
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

function actOperation(act: Act): Operation {
  const { path, id, title, text, permission, component, example, query, answer = CHANGE_ANSWER, problems } = act;
  return {
    ...{ method: 'post', group: 'Changes', path, id, title, text, permission },
    parts: CHANGE_ID,
    ...(query === undefined ? {} : { query }),
    body: { mediaType: JSON_TYPE, component, example },
    answer,
    problems: [...WRITE_PROBLEMS, ...problems],
  };
}

/** What is done to a change: each act has a route of its own. */
export const changeActOperations: readonly Operation[] = acts.map(actOperation);
