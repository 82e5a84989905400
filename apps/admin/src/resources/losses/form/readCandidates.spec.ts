import { describe, expect, it } from 'vitest';
import { readCandidates } from './readCandidates.ts';

const line = (candidate: object): string => JSON.stringify({ candidate });

describe('a file of candidates', () => {
  it('is read as CSV, quotes and empty cells and all', () => {
    const text = '\uFEFFid,ownerId,accountValue,notional,positivePnl\r\n"a,1",,10,20,3.50\r\n"b""2",o,-1,0,0\r\n\r\n';
    expect(readCandidates(text)).toEqual({
      ok: true,
      lines: [
        line({ id: 'a,1', accountValue: '10', notional: '20', positivePnl: '3.50' }),
        line({ id: 'b"2', ownerId: 'o', accountValue: '-1', notional: '0', positivePnl: '0' }),
      ],
    });
  });

  it('is read as lines of JSON, wrapped or not', () => {
    const text = '\n{"id":"a","accountValue":"1","notional":"2"}\n{"candidate":{"id":"b"}}\n';
    const lines = [line({ id: 'a', accountValue: '1', notional: '2' }), line({ id: 'b' })];
    expect(readCandidates(text)).toEqual({ ok: true, lines });
  });

  it.each([
    ['a column nobody knows', 'id,accountValue,notional,color\na,1,2,red', 1, 'header'],
    ['a column too few', 'id,notional\na,2', 1, 'header'],
    ['a cell too many', 'id,accountValue,notional\na,1,2\nb,1,2,3', 3, 'cells'],
    ['a line that is no JSON', '{"id":"a"}\n{"id":', 2, 'json'],
    ['a line that is no object', '{"id":"a"}\n7', 2, 'json'],
    ['nothing', '', 1, 'header'],
  ])('is refused with its line where it has %s', (_name, text, at, why) => {
    expect(readCandidates(text)).toEqual({ ok: false, line: at, why });
  });
});
