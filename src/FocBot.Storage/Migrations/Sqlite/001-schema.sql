-- Times are milliseconds since 1970 (UTC). Ids of people, conversations and deliveries are keyed hashes.

-- Tables of the versions before numbered migrations.
DROP TABLE IF EXISTS deliveries;
DROP TABLE IF EXISTS installations;
DROP TABLE IF EXISTS learners;
DROP TABLE IF EXISTS learner_codes;
DROP TABLE IF EXISTS slack_workspaces;

CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
);

-- Deliveries that were acknowledged; payload and reply are encrypted, and deleted when the delivery is closed.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery BLOB NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    conversation BLOB NOT NULL,
    payload BLOB,
    reply BLOB,
    accepted_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    refusals BIGINT NOT NULL DEFAULT 0,
    next_try_at BIGINT NOT NULL DEFAULT 0,
    lease_owner TEXT,
    lease_until BIGINT,
    closed_at BIGINT,
    outcome TEXT
);
CREATE INDEX inbox_open ON inbox (conversation, id) WHERE closed_at IS NULL;
CREATE INDEX inbox_closed ON inbox (closed_at) WHERE closed_at IS NOT NULL;
-- One delivery of a conversation at a time, whoever claims it.
CREATE UNIQUE INDEX inbox_leased ON inbox (conversation) WHERE lease_owner IS NOT NULL;

CREATE TABLE installations (
    installation BLOB NOT NULL PRIMARY KEY,
    installed_at BIGINT NOT NULL,
    secret BLOB,
    renewal_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE threads (
    thread BLOB NOT NULL PRIMARY KEY,
    installation BLOB NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX threads_installation ON threads (installation);

CREATE TABLE histories (
    conversation BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    installation BLOB NOT NULL,
    questions BLOB NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX histories_person ON histories (person);
CREATE INDEX histories_installation ON histories (installation);

CREATE TABLE user_states (
    person BLOB NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    installation BLOB NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (person, name)
);
CREATE INDEX user_states_installation ON user_states (installation);

CREATE TABLE one_time_codes (
    code BLOB NOT NULL PRIMARY KEY,
    owner BLOB NOT NULL,
    value BLOB NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX one_time_codes_owner ON one_time_codes (owner);
