package stint.domain.plan;

import org.jspecify.annotations.Nullable;

import stint.domain.event.OperatorCode;

/**
 * A person who can log in.
 *
 * @param code the worker code
 * @param name the full name, shown on the floor
 * @param language a BCP 47 tag: the language of their screens ({@code en}, {@code th}, {@code he},
 *     {@code ru})
 * @param role what they may do
 * @param publicName the name customers may see; absent without consent (TR-1)
 * @param pinHash the encoded hash of the PIN; absent when the person cannot log in
 * @param active whether they work here; whoever does not has no PIN, and is given no work
 */
public record Operator(
        OperatorCode code,
        String name,
        String language,
        Role role,
        @Nullable String publicName,
        @Nullable String pinHash,
        boolean active) {

    /** Somebody who works here no more has no PIN. */
    public Operator {
        pinHash = active ? pinHash : null;
    }

    /** Somebody who works here. */
    public Operator(
            OperatorCode code,
            String name,
            String language,
            Role role,
            @Nullable String publicName,
            @Nullable String pinHash) {
        this(code, name, language, role, publicName, pinHash, true);
    }

    /** The same with another PIN. */
    public Operator with(@Nullable String newPinHash) {
        return new Operator(code, name, language, role, publicName, newPinHash, active);
    }

    /** Says who, never the PIN's hash: this text may reach a log. */
    @Override
    public String toString() {
        return "Operator[" + code + ", " + name + ", " + language + ", " + role + "]";
    }
}
