// Slack's own Socket Mode client, against the stand-in that FocBot is tested with: what arrives is printed, and acknowledged.
const { SocketModeClient, LogLevel } = require('@slack/socket-mode');

const client = new SocketModeClient({ appToken: 'xapp-the-app', logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: process.argv[2] } });
client.on('message', async ({ event, ack }) => {
  await ack();
  console.log(event.text);
  await client.disconnect();
  process.exit(0);
});
client.start().catch((fault) => { console.log(String(fault)); process.exit(1); });
