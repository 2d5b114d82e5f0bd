-- Times are milliseconds since 1970 (UTC). Ids of people, conversations and deliveries are keyed hashes.

-- The keys of Data Protection, shared by all replicas.
CREATE TABLE data_protection_keys (
    name TEXT NOT NULL PRIMARY KEY,
    xml TEXT NOT NULL
);

CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

-- Deliveries that were acknowledged; payload and reply are encrypted, and deleted when the delivery is closed.
CREATE TABLE inbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery BYTEA NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    conversation BYTEA NOT NULL,
    payload BYTEA,
    reply BYTEA,
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
    installation BYTEA NOT NULL PRIMARY KEY,
    installed_at BIGINT NOT NULL,
    secret BYTEA,
    renewal_until BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE threads (
    thread BYTEA NOT NULL PRIMARY KEY,
    installation BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX threads_installation ON threads (installation);

CREATE TABLE histories (
    conversation BYTEA NOT NULL PRIMARY KEY,
    person BYTEA NOT NULL,
    installation BYTEA NOT NULL,
    questions BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX histories_person ON histories (person);
CREATE INDEX histories_installation ON histories (installation);

CREATE TABLE user_states (
    person BYTEA NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    installation BYTEA NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (person, name)
);
CREATE INDEX user_states_installation ON user_states (installation);

CREATE TABLE one_time_codes (
    code BYTEA NOT NULL PRIMARY KEY,
    owner BYTEA NOT NULL,
    value BYTEA NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX one_time_codes_owner ON one_time_codes (owner);
