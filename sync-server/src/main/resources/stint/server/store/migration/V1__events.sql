-- Every stored event at its place in the feed. Written behind the journal, and from it whenever there is doubt.
CREATE TABLE event (
    position BIGINT        PRIMARY KEY,
    station  VARCHAR(40)   NOT NULL,
    epoch    INT           NOT NULL,
    sequence BIGINT        NOT NULL,
    hash     BINARY(32)    NOT NULL,
    body     VARBINARY(1048576) NOT NULL,
    CONSTRAINT event_identity UNIQUE (station, epoch, sequence)
);

-- Which life of the store the rows are of.
CREATE TABLE life (
    generation VARCHAR(64) PRIMARY KEY
);
