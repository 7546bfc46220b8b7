-- Which life of the store the rows are of.
CREATE TABLE life (
    generation VARCHAR(64) PRIMARY KEY
);
