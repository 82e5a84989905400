import path from 'node:path';

/** The rules of this house that no published plugin has; each is seeded in tools/fences. */
export const housePlugin = {
  meta: { name: 'house' },
  rules: {
    'file-name': { meta: problem(), create: checkFileName },
    'described-disable': { meta: problem(), create: checkDisableComments },
    'no-barrel': {
      meta: problem(),
      create: (context) =>
        path.basename(context.filename).startsWith('index.')
          ? {}
          : reportEach(
              context,
              ['ExportNamedDeclaration[source]'],
              'Only the index.ts of a room passes on what others export.',
            ),
    },
    'no-export-all': forbid(['ExportAllDeclaration'], 'Name what is exported: `export *` hides what a room offers.'),
    types: { meta: problem(), create: checkTypes },
    'no-clock': forbid(
      [
        'MemberExpression[object.name="Date"][property.name="now"]',
        'NewExpression[callee.name="Date"][arguments.length=0]',
        'CallExpression[callee.name="Date"]',
      ],
      'The core has no clock: take the instant as a parameter.',
    ),
    'no-chance': forbid(
      ['MemberExpression[object.name="Math"][property.name="random"]'],
      'The core has no chance: the same question has the same answer on every machine.',
    ),
    'no-locale': forbid(
      [
        'MemberExpression[property.name=/^(?:localeCompare|toLocale[A-Z][A-Za-z]*)$/]',
        'MemberExpression[object.name="Intl"]',
      ],
      'What depends on the locale of the machine differs between machines.',
    ),
    'no-number-parsing': forbid(
      [
        'CallExpression[callee.name="Number"]',
        'CallExpression > Identifier.arguments[name="Number"]',
        'MemberExpression[object.name="Number"][property.name=/^parse(?:Float|Int)$/]',
        'UnaryExpression[operator="+"]',
      ],
      'A text becomes a Decimal by parseDecimal; only num/text.ts and num/decimal.ts make binary floats.',
    ),
  },
};

/** What the compiler says of a file: the typed rules have made it think already, so that it costs a quarter of its own run. */
function checkTypes(context) {
  const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
  return {
    'Program:exit'(node) {
      for (const { start, code, messageText } of program.getSemanticDiagnostics(esTreeNodeToTSNodeMap.get(node))) {
        const text = typeof messageText === 'string' ? messageText : messageText.messageText;
        const loc = start === undefined ? node.loc : context.sourceCode.getLocFromIndex(start);
        context.report({ loc, message: `TS${String(code)}: ${text}` });
      }
    },
  };
}

function problem() {
  return { type: 'problem', schema: [] };
}

function forbid(selectors, message) {
  return { meta: problem(), create: (context) => reportEach(context, selectors, message) };
}

function reportEach(context, selectors, message) {
  return Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })]));
}

const BANNED_WORDS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc']);

/** No `utils`, `helpers` or `common` in any part of a name, no file that is just `types`. */
function checkFileName(context) {
  const relative = path.relative(context.cwd, context.filename);
  const segments = relative.split(path.sep);
  const stem = (segments.at(-1) ?? '').replace(/\.[^.]+$/, '');
  const words = segments
    .map((segment, at) => (at === segments.length - 1 ? stem : segment))
    .flatMap((segment) =>
      segment
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[-._]/),
    );
  const banned = words.find((word) => BANNED_WORDS.has(word)) ?? (stem.toLowerCase() === 'types' ? 'types' : undefined);
  const message = `"${banned}" names no thing: call a file after the one thing that it exports.`;
  return { Program: (node) => banned !== undefined && context.report({ node, message }) };
}

const DISABLE = /^\s*eslint-disable(?:-next-line|-line)?(?=\s|$)(?<rules>[^]*?)(?:\s-{2,}\s*(?<reason>[^]*))?$/u;

/** A disable comment names its rules and, after `--`, says why. */
function checkDisableComments(context) {
  const message = 'Name the rules and say why: eslint-disable-next-line <rule> -- <reason>.';
  return {
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const match = DISABLE.exec(comment.value);
        if (match === null) continue;
        const isDescribed = match.groups.rules.trim() !== '' && (match.groups.reason ?? '').trim().length >= 10;
        // Reported ahead of the comment, so that a comment that disables everything cannot silence its own report.
        const start = { line: comment.loc.start.line, column: -1 };
        if (!isDescribed) context.report({ loc: { start, end: comment.loc.end }, message });
      }
    },
  };
}
