// Judges messages and views (a JSON object on standard input) by the types that Slack publishes, under tsc --strict.
const { execFileSync } = require('node:child_process');
const { mkdtempSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

let input = '';
process.stdin.on('data', (part) => { input += part; }).on('end', () => {
  const { messages, views } = JSON.parse(input);
  const folder = mkdtempSync(join(__dirname, '..', 'node_modules', '.judged-'));
  const file = join(folder, 'sent.ts');
  writeFileSync(file, [
    "import type { KnownBlock, View } from '@slack/types';",
    ...messages.map((m, i) => `export const message${i}: { text: string; blocks: KnownBlock[] } = { text: ${JSON.stringify(m.text)}, blocks: ${JSON.stringify(m.blocks)} };`),
    ...views.map((v, i) => `export const view${i}: View = ${JSON.stringify(v)};`),
  ].join('\n'));
  try {
    execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--moduleResolution', 'nodenext', file], { encoding: 'utf8' });
    console.log(`${messages.length + views.length} judged`);
  } catch (fault) {
    console.log(fault.stdout);
    process.exitCode = 1;
  } finally {
    require('node:fs').rmSync(folder, { recursive: true });
  }
});
