package stint.wire.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A person is signed in.
 *
 * @param operator the worker code
 * @param name the full name
 * @param role {@code operator}, {@code supervisor}, {@code planner}, {@code admin}
 * @param token for the header {@code Authorization: Stint-Session TOKEN}; browsers have it as a
 *     cookie. Absent where somebody only asks who they are.
 */
public record LoginReply(String operator, String name, String role, @Nullable String token) {

    /** The scheme's name in the header. */
    public static final String SCHEME = "Stint-Session";

    /** Not the token: this text may reach a log. */
    @Override
    public String toString() {
        return "LoginReply[" + operator + ", " + role + "]";
    }
}
