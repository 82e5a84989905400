import { canonicalJson } from '../../canonical/index.ts';
import type { Problem } from '../../problem/index.ts';
import { suggestion } from '../../problem/index.ts';
import { areLiquidating } from './bound-rules.ts';
import type { LiquidationTriggerDocument, TriggerRule } from './schema.ts';

/** Names that are told apart by, zones that say one thing each, exits of zones that exist. */
export function checkZones(document: LiquidationTriggerDocument): Problem[] {
  const { rules, exits } = document;
  return [
    ...rules.flatMap((rule, at) => checkRule(rule, `/rules/${String(at)}`, rules.slice(0, at))),
    ...exits.flatMap(({ zone }, at) => checkExit(zone, `/exits/${String(at)}/zone`, document, at)),
  ];
}

function checkRule(rule: TriggerRule, path: string, before: readonly TriggerRule[]): Problem[] {
  const { type: zone, params } = rule.event;
  const problems: Problem[] = [];
  if (before.some(({ name }) => name === rule.name)) {
    problems.push({
      code: 'duplicate_rule_name',
      path: `${path}/name`,
      message: `two rules are named \`${rule.name}\``,
    });
  }
  const actionsPath = `${path}/event/params/actions`;
  const types = params.actions.map(({ type }) => type);
  const repeated = types.find((type, at) => types.indexOf(type) < at);
  if (repeated !== undefined) {
    problems.push({ code: 'duplicate_action', path: actionsPath, message: `\`${repeated}\` is asked for twice` });
  }
  const first = before.find((other) => other.event.type === zone);
  if (first !== undefined && canonicalJson(first.event.params.actions) !== canonicalJson(params.actions)) {
    const message = `zone \`${zone}\` has other actions in rule \`${first.name}\`: a zone means one thing`;
    problems.push({ code: 'zone_actions_differ', path: actionsPath, message });
  }
  return [...problems, ...checkReserved(rule, path, actionsPath)];
}

function checkReserved(rule: TriggerRule, path: string, actionsPath: string): Problem[] {
  const { type: zone, params } = rule.event;
  if (zone === 'deficit') {
    const message =
      '`deficit` is what a scope without margin requirement and with a negative value is in: no rule gives it';
    return [{ code: 'zone_reserved', path: `${path}/event/type`, message }];
  }
  if (!areLiquidating(params.actions)) return [];
  if (zone === 'healthy') {
    const message = '`healthy` is where nothing is wrong: it does not liquidate';
    return [{ code: 'healthy_zone_must_not_liquidate', path: actionsPath, message }];
  }
  if (params.actions.every(({ type }) => type !== 'hold')) return [];
  const message = `zone \`${zone}\` asks to liquidate and to hold: put the hold into a zone of its own`;
  return [{ code: 'liquidating_zone_must_not_hold', path: actionsPath, message }];
}

function checkExit(zone: string, path: string, document: LiquidationTriggerDocument, at: number): Problem[] {
  const zones = document.rules.map(({ event }) => event.type);
  if (!zones.includes(zone)) {
    const message = `no rule gives zone \`${zone}\``;
    return [{ code: 'exit_of_unknown_zone', path, message, ...suggestion(zone, zones) }];
  }
  if (document.exits.findIndex((other) => other.zone === zone) === at) return [];
  return [{ code: 'duplicate_exit', path, message: `zone \`${zone}\` has two exits` }];
}
