package stint.station.desk.sop;

import org.jspecify.annotations.Nullable;

import stint.domain.sop.Sop;
import stint.wire.MalformedMessageException;
import stint.wire.SopJson;
import stint.wire.protocol.SopView;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An SOP as the server has it. Immutable.
 *
 * @param confirmed the version to work by; absent before there is one
 * @param draft the next one as it is being written; absent while nobody does
 */
record SopLineView(SopView view, @Nullable Sop confirmed, @Nullable Sop draft) {

    static SopLineView of(SopView view) {
        return new SopLineView(view, read(view.confirmed()), read(view.draft()));
    }

    private static @Nullable Sop read(@Nullable String json) {
        try {
            return json == null ? null : SopJson.read(json.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMessageException e) {
            return null;
        }
    }

    String code() {
        return view.code();
    }

    int nextVersion() {
        return view.versions() + 1;
    }

    /** What is written, or else worked by; empty where neither can be read. */
    SopDraft shown() {
        if (draft != null) {
            return SopDraft.of(draft, draft.version());
        }
        return confirmed == null
                ? new SopDraft(code(), nextVersion(), Map.of(), "", List.of())
                : SopDraft.of(confirmed, confirmed.version());
    }

    String title(String language) {
        return draft != null
                ? draft.title(language)
                : confirmed == null ? code() : confirmed.title(language);
    }
}
