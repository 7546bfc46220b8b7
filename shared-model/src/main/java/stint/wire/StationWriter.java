package stint.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import stint.domain.event.StationFact;
import stint.domain.plan.Checklist;
import stint.domain.plan.NewJobs;
import stint.domain.plan.Station;

import java.io.IOException;

/** Writes stations and what happens at them; the part of {@link FactWriter} that knows of them. */
final class StationWriter {

    private StationWriter() {}

    static String type(StationFact fact) {
        return switch (fact) {
            case StationFact.SignedOn f -> "sign_on";
            case StationFact.ChecklistSubmitted f -> "checklist";
            case StationFact.StatusSet f -> "status";
            case StationFact.SignedOff f -> "sign_off";
            case StationFact.Left f -> "left";
            case StationFact.Closed f -> "close_stations";
        };
    }

    static void writeFact(JsonGenerator json, StationFact fact) throws IOException {
        if (fact instanceof StationFact.InSession in) {
            json.writeStringField("session", in.session().toString());
        }
        switch (fact) {
            case StationFact.SignedOn on -> FactWriter.text(json, "station", on.station());
            case StationFact.ChecklistSubmitted submitted -> {
                json.writeStringField("kind", FactWriter.word(submitted.kind()));
                if (!submitted.answers().isEmpty()) {
                    FactWriter.texts(json, "answers", submitted.answers());
                }
            }
            case StationFact.StatusSet set -> {
                json.writeStringField("status", FactWriter.word(set.status()));
                FactWriter.text(json, "reason", set.reason());
                FactWriter.text(json, "note", set.note());
            }
            case StationFact.SignedOff off -> {}
            case StationFact.Left left -> {
                json.writeFieldName("heartbeat");
                EnvelopeWriter.clock(json, left.lastHeartbeat());
            }
            case StationFact.Closed closed -> {
                FactWriter.texts(json, "sessions", closed.sessions());
                json.writeStringField("reason", closed.reason());
            }
        }
    }

    static void writeStation(JsonGenerator json, Station station) throws IOException {
        json.writeStringField("code", station.code().value());
        json.writeStringField("secondStart", FactWriter.word(station.secondStart()));
        FactWriter.text(json, "bench", station.bench());
        FactWriter.text(json, "stationType", station.type());
        FactWriter.text(json, "area", station.area());
        checklist(json, "opening", station.opening());
        checklist(json, "closing", station.closing());
        FactWriter.texts(json, "operators", station.operators());
        NewJobs newJobs = station.newJobs();
        if (newJobs != null) {
            json.writeObjectFieldStart("newJobs");
            json.writeStringField("line", FactWriter.word(newJobs.line()));
            json.writeStringField("task", newJobs.task());
            json.writeEndObject();
        }
    }

    private static void checklist(JsonGenerator json, String name, Checklist checklist)
            throws IOException {
        if (checklist.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (Checklist.Item item : checklist.items()) {
            json.writeStartObject();
            json.writeStringField("key", item.key());
            FactWriter.texts(json, "labels", item.labels());
            if (item.required()) {
                json.writeBooleanField("required", true);
            }
            if (item.ask() != Checklist.Ask.NOTHING) {
                json.writeStringField("ask", FactWriter.word(item.ask()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
