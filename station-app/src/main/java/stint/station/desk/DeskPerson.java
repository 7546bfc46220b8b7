package stint.station.desk;

import stint.domain.plan.Role;
import stint.wire.protocol.LoginReply;

import java.util.Locale;

/**
 * Who sits at the desk.
 *
 * @param code the worker code
 * @param name the full name
 */
public record DeskPerson(String code, String name, Role role) {

    static DeskPerson of(LoginReply reply) {
        return new DeskPerson(
                reply.operator(),
                reply.name(),
                Role.valueOf(reply.role().toUpperCase(Locale.ROOT)));
    }

    /** Whether they plan: orders, routings, SOPs, products. */
    public boolean plans() {
        return role == Role.PLANNER || role == Role.ADMIN;
    }

    /** Whether they set right what happened: exceptions, counts, sessions. */
    public boolean supervises() {
        return role.supervises();
    }
}
