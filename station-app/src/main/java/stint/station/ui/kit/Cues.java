package stint.station.ui.kit;

/** What a hand hears that does not look: yes, and no. Returns at once, and never throws. */
public interface Cues {

    /** No sound at all. */
    Cues SILENT =
            new Cues() {
                @Override
                public void accepted() {}

                @Override
                public void refused() {}
            };

    /** It is done. */
    void accepted();

    /** It is not. */
    void refused();
}
