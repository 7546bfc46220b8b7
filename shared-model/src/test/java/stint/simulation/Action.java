package stint.simulation;

/**
 * Something that befalls the floor.
 *
 * @param at virtual milliseconds since the start
 * @param kind what
 * @param who which bench, counted from 0
 * @param luck whatever else must be chosen follows from it
 */
record Action(long at, Kind kind, int who, long luck) {

    /** What may happen. */
    enum Kind {
        /** Somebody taps. */
        TAP,
        /** The office changes the plan. */
        PLAN,
        /** A bench of a newer release records what the others can't read. */
        POISON,
        /** A bench loses power. */
        BENCH_CRASH,
        /** A bench is switched off and on, in order. */
        BENCH_RESTART,
        /** A bench loses power during its next write. */
        BENCH_CRASH_WRITING,
        /** A bench writes down what it knows, for its next start. */
        BENCH_SNAPSHOT,
        /** The server does. */
        SERVER_SNAPSHOT,
        /** Somebody copies a bench's disk. */
        BENCH_IMAGE,
        /** A bench goes on from the copy. */
        BENCH_FROM_IMAGE,
        /** Another machine takes a bench's place, with empty disks. */
        BENCH_REPLACED,
        /** A bench that is there from now on. */
        BENCH_JOINS,
        /** A bench's wall clock is set. */
        CLOCK_JUMP,
        /** A bench's disk fills up, for a while. */
        BENCH_DISK_FULL,
        /** Nothing reaches the server from a bench, or the bench from the server, for a while. */
        PARTITION,
        /** The server loses power. */
        SERVER_CRASH,
        /** The server loses power during its next write. */
        SERVER_CRASH_WRITING,
        /** The server's disk fills up, for a while. */
        SERVER_DISK_FULL,
        /** The server's journal is backed up. */
        SERVER_BACKUP,
        /** The server goes on from its last backup. */
        SERVER_RESTORE
    }
}
