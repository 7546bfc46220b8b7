package stint.station.ui.login;

import stint.station.ui.signin.SignInView;

import java.util.List;

/**
 * What the login screen shows. Immutable.
 *
 * @param people the names to tap on this page, those who are signed on here or worked here last
 *     first
 * @param page which page of them, from 0
 * @param pages how many there are, at least 1
 * @param form what is filled in
 */
public record LoginView(List<Person> people, int page, int pages, SignInView form) {

    /** Copies the list. */
    public LoginView {
        people = List.copyOf(people);
    }

    /**
     * A name to tap.
     *
     * @param here since when they are signed on here, in words; empty where they are not
     * @param chosen whether it is the one whose PIN is asked for
     */
    public record Person(String code, String name, String here, boolean chosen) {}
}
