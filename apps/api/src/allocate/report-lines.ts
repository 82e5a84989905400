import { decimal, formatDecimal, multiply } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { formatFraction } from '@backstop/core/waterfall';
import type { MethodReport } from '@backstop/core/waterfall';
import type { AllocationRun } from './allocation-run.ts';

/** A run as a report for people: what was asked, the digest, and the methods side by side. */
export function reportLines(run: AllocationRun): string[] {
  const { task, allocation, digest, reports, untold } = run;
  const { shortfall, takingPart, level, question } = allocation;
  const { method, capacity, capRate, score, base, riskExponent, unit } = task;
  const rule = [`capacity ${capacity}`, `cap rate ${formatDecimal(capRate)}`];
  if (method === 'queue') rule.push(`score ${score}`);
  if (method === 'min-max' || method === 'risk-weighted') rule.push(`base ${base}`);
  if (method === 'risk-weighted') rule.push(`leverage to the power of ${String(riskExponent)}`);
  return [
    ...table([
      ['method', `${method} (${rule.join(', ')})`],
      ['loss', `${amountText(question.loss, unit)} (${String(question.loss)} units of ${formatDecimal(unit)})`],
      ['accounts', `${String(allocation.shares.length)}, of which ${String(takingPart)} take part`],
      ['uncovered', amountText(shortfall, unit)],
      ['level', level === null ? 'none: a queue has no level' : formatFraction(level)],
      ['digest', digest],
    ]),
    '',
    ...table(columnsOf(reports, unit)),
    ...[...untold].map(([other, why]) => `${other} is left out: ${why}`),
  ];
}

/** The same as one JSON value: amounts and rates as decimal text. */
export function reportJson(run: AllocationRun): object {
  const { task, allocation, digest, reports, untold } = run;
  const { question, shortfall, allocated, takingPart, level } = allocation;
  const { method, capacity, base, score, riskExponent, unit } = task;
  return {
    method,
    ...{ capacity, capRate: formatDecimal(task.capRate), base, score, riskExponent },
    unit: formatDecimal(unit),
    loss: amountText(question.loss, unit),
    lossUnits: String(question.loss),
    accounts: allocation.shares.length,
    takingPart,
    allocated: amountText(allocated, unit),
    allocatedUnits: String(allocated),
    uncovered: amountText(shortfall, unit),
    level: level === null ? null : formatFraction(level),
    digest,
    reports: reports.map((each) => Object.fromEntries([['method', each.method], ...figures(each, unit)])),
    untold: Object.fromEntries(untold),
  };
}

/** Units as an amount of the asset. */
export function amountText(units: bigint, unit: Decimal): string {
  return formatDecimal(multiply(decimal(units), unit));
}

function figures({ report }: MethodReport, unit: Decimal): [string, string | number][] {
  return [
    ['total', amountText(report.total, unit)],
    ['overshoot', amountText(report.overshoot, unit)],
    ['undershoot', amountText(report.undershoot, unit)],
    ['touched', report.touched],
    ['wiped', report.wiped],
    ['largestHaircutRate', formatDecimal(report.largestHaircutRate)],
    ['haircutGini', formatDecimal(report.haircutGini)],
    ['topTenShare', formatDecimal(report.topTenShare)],
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  largestHaircutRate: 'largest haircut rate',
  haircutGini: 'Gini of haircut rates',
  topTenShare: 'top-10 share',
};

function columnsOf(reports: readonly MethodReport[], unit: Decimal): string[][] {
  const columns = reports.map((each) => figures(each, unit));
  const rows = (columns[0] ?? []).map(([name], at) => [
    TITLES[name] ?? name,
    ...columns.map((column) => String(column[at]?.[1])),
  ]);
  return [['', ...reports.map(({ method }) => method)], ...rows];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => {
    return row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  });
}
