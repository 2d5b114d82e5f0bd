// Says of each delivery on standard input whether Bolt's own verifier accepts it.
const { verifySlackRequest } = require('@slack/bolt/dist/receivers/verify-request');

let input = '';
process.stdin.on('data', (part) => { input += part; }).on('end', () => {
  console.log(JSON.stringify(JSON.parse(input).map(({ secret, body, timestamp, signature, now }) => {
    try {
      verifySlackRequest({ signingSecret: secret, body, headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) }, nowMilliseconds: now * 1000 });
      return true;
    } catch {
      return false;
    }
  })));
});
