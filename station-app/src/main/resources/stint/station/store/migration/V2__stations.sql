-- Station sessions as the fold sees them (ST-1 to ST-7), with the mirror of the last status.
CREATE TABLE station_session (
    opened_by    VARCHAR(80) NOT NULL PRIMARY KEY,
    bench        VARCHAR(40) NOT NULL,
    station      VARCHAR(40) NOT NULL,
    operator     VARCHAR(40) NOT NULL,
    opened_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    opening_at   TIMESTAMP(6) WITH TIME ZONE,
    closing_at   TIMESTAMP(6) WITH TIME ZONE,
    status       VARCHAR(20) NOT NULL,
    status_since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    good         BIGINT      NOT NULL,
    scrap        BIGINT      NOT NULL,
    ended_at     TIMESTAMP(6) WITH TIME ZONE,
    ended_by     VARCHAR(20)
);
CREATE INDEX station_session_by_bench ON station_session (bench, opened_at);

-- What the station did in it, in order (ST-3).
CREATE TABLE station_status (
    session    VARCHAR(80) NOT NULL,
    line       INT         NOT NULL,
    status     VARCHAR(20) NOT NULL,
    reason     VARCHAR(200),
    note       VARCHAR(2000),
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at   TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (session, line)
);
