// Speaks to FocBot as an assistant does, by the protocol's official client: "mcp.cjs http URL" or "mcp.cjs stdio COMMAND ARGUMENT...".
// Prints what it was told, as one JSON object. The client itself checks every structured result against the schema that its tool publishes.
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');
const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');

const [, , kind, target, ...args] = process.argv;
const transport = kind === 'http'
  ? new StreamableHTTPClientTransport(new URL(target))
  : new StdioClientTransport({ command: target, args, stderr: 'inherit', env: process.env });

(async () => {
  const faults = [];
  const client = new Client({ name: 'judge', version: '1.0.0' });
  client.onerror = (fault) => faults.push(String(fault)); // among them: a line of standard output that is no message
  await client.connect(transport);
  const { tools } = await client.listTools();
  const call = async (name, input) => {
    const result = await client.callTool({ name, arguments: input });
    return result.isError ? { error: result.content[0].text } : result.structuredContent;
  };
  const { resources } = await client.listResources();
  const told = {
    server: client.getServerVersion(),
    instructions: client.getInstructions(),
    tools: tools.map((tool) => ({ name: tool.name, readOnly: tool.annotations.readOnlyHint, described: Boolean(tool.description) && Boolean(tool.outputSchema) })),
    asked: await call('ask', { question: 'what does it say about facial recognition?' }),
    followed: await call('ask', { question: 'and who recommends that?', history: ['what does it say about facial recognition?'] }),
    silent: await call('ask', { question: 'carbonara recipe for four' }),
    found: await call('search', { words: 'who must protect privacy', limit: 2 }),
    passage: await call('get_passage', { id: 'foc-2020-cybersecurity#13' }),
    recommendations: await call('list_recommendations', {}),
    exact: await call('verify_quotation', { quotation: 'facial recognition or other biometric technologies' }),
    altered: await call('verify_quotation', { quotation: 'facial recognition or other harmless technologies' }),
    refused: [
      await call('get_passage', { id: 'foc-2020-cybersecurity#999' }),
      await call('ask', { question: ' ' }),
      await call('ask', { question: 'a'.repeat(2001) }),
      await call('search', { words: 'encryption', limit: 0 }),
      await call('list_recommendations', { statement: 'none' }),
    ],
    resources,
    read: (await client.readResource({ uri: resources[0].uri })).contents[0],
    unread: await client.readResource({ uri: 'focbot://statements/none' }).then(() => 'read', (fault) => fault.message),
  };
  await client.close();
  if (faults.length) throw new Error(faults.join('\n'));
  console.log(JSON.stringify(told));
})().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
