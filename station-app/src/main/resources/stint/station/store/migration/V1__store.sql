-- What the bench knows, for queries. Written behind the journals, and from them whenever there is doubt.
CREATE TABLE event (
    station     VARCHAR(40) NOT NULL,
    epoch       INT         NOT NULL,
    sequence    BIGINT      NOT NULL,
    -- Absent while the event waits for a release that can read it.
    type        VARCHAR(40),
    operator    VARCHAR(40),
    ticket      VARCHAR(40),
    task_number INT,
    happened_at TIMESTAMP(6) WITH TIME ZONE,
    hlc_millis  BIGINT,
    hlc_counter INT,
    body        VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (station, epoch, sequence)
);
CREATE INDEX event_by_task ON event (ticket, task_number, hlc_millis, hlc_counter);

-- Operator sessions as the fold sees them (OS-1 to OS-11).
CREATE TABLE operator_session (
    opened_by   VARCHAR(80) NOT NULL,
    ticket      VARCHAR(40) NOT NULL,
    task_number INT         NOT NULL,
    operator    VARCHAR(40) NOT NULL,
    station     VARCHAR(40) NOT NULL,
    status      VARCHAR(12) NOT NULL,
    good        BIGINT      NOT NULL,
    scrap       BIGINT      NOT NULL,
    paused_ms   BIGINT      NOT NULL,
    started_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at    TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (ticket, task_number, opened_by)
);
CREATE INDEX session_by_operator ON operator_session (operator, started_at);

-- The log of work, in the common order.
CREATE VIEW wip_log AS
SELECT hlc_millis, hlc_counter, station, epoch, sequence, type, operator, ticket, task_number, happened_at
FROM event
WHERE operator IS NOT NULL;

-- Up to which record each journal is in here; written with the rows themselves.
CREATE TABLE followed (
    journal      VARCHAR(20) NOT NULL PRIMARY KEY,
    record_index BIGINT      NOT NULL,
    probes       BIGINT      NOT NULL
);
