package stint.station.desk.routing;

import stint.station.ui.kit.Texts;
import stint.wire.RoutingJson.Fault;

import java.util.Locale;

/** What is wrong with a routing's file, in words. */
final class FaultWords {

    private FaultWords() {}

    /** One line: where it is, and what to do. */
    static String of(Fault fault, Texts texts) {
        String key = "fault." + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '.');
        String what = texts.text(key, fault.value());
        return fault.place().isEmpty() ? what : texts.text("fault.at", fault.place(), what);
    }
}
