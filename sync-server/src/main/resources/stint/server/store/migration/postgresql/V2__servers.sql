-- One row, locked by the server that writes: the feed's last position, and which life of the store this is.
CREATE TABLE head (
    one        INT           PRIMARY KEY CHECK (one = 1),
    position   BIGINT        NOT NULL,
    generation VARCHAR(64)   NOT NULL,
    born_at    BIGINT        NOT NULL,
    -- Which database of which cluster: a copy of it elsewhere is another life.
    place      VARCHAR(200)  NOT NULL,
    -- Up to here a finished backup holds the feed.
    safe       BIGINT        NOT NULL DEFAULT 0
);

-- Evidence of forks: contradicting batches as they were pushed.
CREATE TABLE fork (
    number  BIGINT       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parting VARCHAR(100) NOT NULL,
    hash    BYTEA        NOT NULL,
    batch   BYTEA        NOT NULL,
    CONSTRAINT fork_once UNIQUE (parting, hash)
);
