// Judges activities (a JSON array on standard input) by Microsoft's own clients: parsed and written again, nothing may be lost.
const { createSerializer } = require('@azure/core-client');
const mappers = require('botframework-connector/lib/connectorApi/models/mappers');
const { Activity } = require('@microsoft/agents-activity');

const faults = [];
const sorted = (value) => Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
  : value;
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const judge = (activity) => {
  const serializer = createSerializer(mappers, false);
  const read = serializer.deserialize(mappers.Activity, structuredClone(activity), 'activity');
  const written = serializer.serialize(mappers.Activity, read, 'activity');
  for (const key of Object.keys(activity)) {
    // The older client knows no citation inside an entity: only that the entity is there.
    if (key === 'entities' ? written.entities.length !== activity.entities.length : !same(written[key], activity[key])) {
      faults.push(`botframework-connector loses ${key} of ${JSON.stringify(activity[key]).slice(0, 200)}`);
    }
  }
  const agents = JSON.parse(Activity.fromObject(structuredClone(activity)).toJsonString());
  for (const key of Object.keys(activity)) {
    if (!same(agents[key], activity[key])) {
      faults.push(`agents-activity loses ${key}: ${JSON.stringify(agents[key]).slice(0, 200)}`);
    }
  }
};

let input = '';
process.stdin.on('data', (part) => { input += part; }).on('end', () => {
  const activities = JSON.parse(input);
  for (const activity of activities) {
    try {
      judge(activity);
    } catch (fault) {
      faults.push(String(fault));
    }
  }
  console.log(faults.length ? faults.join('\n') : `${activities.length} judged`);
  process.exit(faults.length ? 1 : 0);
});
