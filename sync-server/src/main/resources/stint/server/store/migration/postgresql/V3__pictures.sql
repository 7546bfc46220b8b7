-- Pictures of steps and photos taken at them, each named by its contents.
CREATE TABLE picture (
    name  VARCHAR(40) PRIMARY KEY,
    bytes BYTEA       NOT NULL
);
