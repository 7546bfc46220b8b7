package stint.domain.floor;

import stint.domain.event.Acknowledged;
import stint.domain.event.Correction;
import stint.domain.event.PlanFact;
import stint.domain.sop.SopFold;
import stint.domain.station.StationFold;

/**
 * All that a fold consists of. A new kind of aggregate is one part more: here it says what it adds
 * to an export, and goes on from one. Used by one thread.
 */
record Parts(
        EventLog log,
        Corrections corrections,
        Acknowledgements acknowledgements,
        MasterData master,
        Book book,
        Tickets tickets,
        StationFold stations,
        SopFold sops) {

    /** Parts that nothing happened to yet. */
    static Parts on(EventLog log) {
        Corrections corrections = new Corrections();
        Book book = new Book(log, corrections);
        Tickets tickets = new Tickets(book);
        return new Parts(
                log,
                corrections,
                new Acknowledgements(),
                new MasterData(),
                book,
                tickets,
                new StationFold(new TicketWork(book, tickets)),
                new SopFold(corrections::about));
    }

    /** Goes on where others were exported; these must be new. */
    void restore(FoldExport exported) {
        log.restore(exported);
        exported.corrections()
                .forEach(event -> {
                    if (event.fact() instanceof Correction fact) {
                        corrections.add(event, fact);
                    }
                });
        exported.acknowledgements()
                .forEach(event -> {
                    if (event.fact() instanceof Acknowledged fact) {
                        acknowledgements.add(event, fact);
                    }
                });
        exported.operators().forEach(operator -> book.moves(operator.operator()).restore(operator));
        exported.plan()
                .forEach(event -> {
                    if (event.fact() instanceof PlanFact fact) {
                        master.put(event, fact);
                    }
                });
        tickets.restore(exported, master.jobs().copy().values());
        stations.restore(exported.atStations());
        sops.restore(exported.guided());
    }

    FoldExport export() {
        book.upToDate();
        return new FoldExport(
                log.stations(),
                master.events(),
                corrections.all(),
                acknowledgements.all(),
                tickets.sentBack(),
                book.people().stream().map(Moves::export).toList(),
                tickets.export(),
                tickets.archived(),
                stations.export(),
                sops.export(),
                log.all(),
                tickets.newestMillis());
    }
}
