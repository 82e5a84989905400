import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventParametersSchema } from '@backstop/core/rules';
import { exactNumber, inForm, PARAM_FORMS, paramForm, withParam, withParamName } from './paramForm.ts';
import { paramsOf, withAction, withParams } from './ruleActions.ts';

const rule = { name: 'r', event: { type: 'warning', params: { actions: [{ type: 'notify' }, { type: 'hold' }] } } };

it('a value of any form is one that the schema knows, and of that form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...PARAM_FORMS), (value, form) => {
      const turned = inForm(value, form);
      expect(paramForm(turned)).toBe(form);
      if (typeof turned !== 'string' || turned.length <= 200) eventParametersSchema.parse({ name: turned });
    }),
    { numRuns: 2000 },
  );
});

it('a number is taken only where JSON keeps it as it is written', () => {
  expect(['1', '0.05', '-3', '1.', '1.0', '', 'x', '12345678901234567890', 'NaN'].map(exactNumber)).toEqual([
    1,
    0.05,
    -3,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('parameters keep their order and their values when one is named otherwise', () => {
  const params = { desk: 'risk', level: 2, equity: { fact: 'equity' } };
  expect(JSON.stringify(withParamName(params, 'level', 'grade'))).toBe(
    '{"desk":"risk","grade":2,"equity":{"fact":"equity"}}',
  );
  expect(Object.keys(withParam(withParam(params)))).toEqual(['desk', 'level', 'equity', 'parameter', 'parameter-2']);
});

it('what one action passes on leaves the others as they were', () => {
  const with1 = withParams(rule, 'notify', { desk: 'risk' });
  expect(paramsOf(with1, 'notify')).toEqual({ desk: 'risk' });
  expect(paramsOf(with1, 'hold')).toEqual({});
  expect(paramsOf(withAction(with1, 'takeover', true), 'notify')).toEqual({ desk: 'risk' });
  expect(paramsOf({ event: { params: { actions: [{ type: 'notify', params: [] }] } } }, 'notify')).toBeNull();
});
