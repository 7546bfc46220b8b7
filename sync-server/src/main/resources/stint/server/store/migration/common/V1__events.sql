-- Every stored event at its place in the feed. On H2 written behind the journal, and from it whenever there is doubt.
CREATE TABLE event (
    position BIGINT        PRIMARY KEY,
    station  VARCHAR(40)   NOT NULL,
    epoch    INT           NOT NULL,
    sequence BIGINT        NOT NULL,
    hash     BYTEA         NOT NULL,
    -- The chain before the event; absent where it is the hash of the same epoch's event before it.
    previous BYTEA,
    body     BYTEA         NOT NULL,
    CONSTRAINT event_identity UNIQUE (station, epoch, sequence)
);
