import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { ChangeResource, NoticeDocument } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useNotice } from '../../providers/changeQueries.ts';
import { readDuration } from '../../text/readDuration.ts';
import { saveFile } from '../../text/saveFile.ts';

/** What users of the venue are told: to read here, and to pass on as JSON. */
export function NoticePanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useNotice(change.id, change.revision, isOpen && change.submission !== null);
  if (change.submission === null) return null;
  return (
    <Panel
      title={translate('notice.title')}
      actions={
        <>
          {data === undefined || !isOpen ? null : (
            <Button
              onClick={() => saveFile(`notice-${change.id}.json`, 'application/json', JSON.stringify(data, null, 2))}
            >
              {translate('notice.download')}
            </Button>
          )}
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {translate(isOpen ? 'notice.hide' : 'notice.show')}
          </Button>
        </>
      }
    >
      {!isOpen ? null : error !== null ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading rows={3} />
      ) : (
        <Notice notice={data} />
      )}
    </Panel>
  );
}

function Notice({ notice }: { notice: NoticeDocument }) {
  const translate = useTranslate();
  const { affected } = notice;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Facts
        facts={[
          {
            label: translate('change.effective_from'),
            value:
              notice.effectiveFrom === null ? (
                translate('change.from_earliest')
              ) : (
                <InstantField value={notice.effectiveFrom} />
              ),
          },
          {
            label: translate('change.notice_time'),
            value: translate('change.notice_value', { time: readDuration(notice.noticeSeconds) }),
          },
          {
            label: translate('notice.affected'),
            value:
              affected === null
                ? translate('notice.affected_unknown')
                : translate('notice.affected_value', { smart_count: affected.newlyLiquidatableAccounts }),
          },
        ]}
      />
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.86rem', overflowWrap: 'anywhere' }}>
        {notice.policies.map(({ policy, title, differences }) => (
          <li key={policy}>
            <strong>{title}</strong>
            <Box component="ul" sx={{ m: 0, pl: 2 }}>
              {differences.map(({ path, sentence }) => (
                <li key={`${path} ${sentence}`}>
                  <Sentence text={sentence} />
                </li>
              ))}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}
