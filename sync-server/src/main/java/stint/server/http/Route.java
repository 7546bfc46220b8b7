package stint.server.http;

import static stint.server.trust.Who.ADMIN;
import static stint.server.trust.Who.ANYONE;
import static stint.server.trust.Who.BENCH;
import static stint.server.trust.Who.BOARD;
import static stint.server.trust.Who.LOCAL;
import static stint.server.trust.Who.OPERATOR;
import static stint.server.trust.Who.PLANNER;
import static stint.server.trust.Who.SUPERVISOR;
import static stint.server.trust.Who.VOIDED_BENCH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;

import stint.server.trust.Who;

import java.util.Set;

/**
 * Every route, and who may use it. A route that is not here is nobody's: the gate refuses what
 * bears none of these.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and Javalin's methods do not change.
public enum Route implements RouteRole {
    INFO(HandlerType.GET, "/api/v1/info", ANYONE),
    DESCRIPTION(HandlerType.GET, "/api/v1/openapi.yaml", ANYONE),
    LIVE_CHECK(HandlerType.GET, "/health/live", ANYONE),
    READY_CHECK(HandlerType.GET, "/health/ready", ANYONE),
    METRICS(HandlerType.GET, "/metrics", LOCAL, ADMIN),

    LOGIN(HandlerType.POST, "/api/v1/login", ANYONE),
    LOGOUT(HandlerType.POST, "/api/v1/logout", ANYONE),
    ME(HandlerType.GET, "/api/v1/me", OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    /** A person their own, an administrator anybody's. */
    PIN(HandlerType.POST, "/api/v1/people/{operator}/pin", OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    /** A person their own, an administrator what stands on paper. */
    CONSENT(
            HandlerType.POST,
            "/api/v1/people/{operator}/consent",
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),
    WITHDRAW(
            HandlerType.POST,
            "/api/v1/people/{operator}/consent/withdraw",
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),

    ENROL(HandlerType.POST, "/api/v1/enrol", ANYONE),
    OFFER(HandlerType.POST, "/api/v1/enrolments", ADMIN),
    STATIONS(HandlerType.GET, "/api/v1/stations", ADMIN, SUPERVISOR),
    REVOKE(HandlerType.POST, "/api/v1/stations/{station}/revoke", ADMIN),
    APART(HandlerType.GET, "/api/v1/apart", ADMIN, SUPERVISOR),
    JUDGE(HandlerType.POST, "/api/v1/apart/{station}/judge", ADMIN, SUPERVISOR),

    /** Everything, for whoever may read the server's files anyway. */
    BACKUP(HandlerType.GET, "/api/v1/backup", ADMIN),
    BACKED_UP(HandlerType.POST, "/api/v1/backup", ADMIN),
    VERIFY(HandlerType.POST, "/api/v1/verify", ADMIN),
    AUDIT(HandlerType.GET, "/api/v1/audit", ADMIN, SUPERVISOR),

    PUSH(HandlerType.POST, "/api/v1/stations/{station}/push", BENCH, VOIDED_BENCH),
    /** What a bench signed and a person carried (SY-5). */
    CARRIED(HandlerType.POST, "/api/v1/carried", ADMIN, SUPERVISOR),
    RETURNED(HandlerType.POST, "/api/v1/returned", BENCH),
    /** With the hashes of everybody's PINs in it. */
    FEED(HandlerType.GET, "/api/v1/feed", BENCH, ADMIN),
    /** What the feed comes to, and single parts of it: the same. */
    BOOTSTRAP(HandlerType.GET, "/api/v1/bootstrap", BENCH, ADMIN),
    HISTORY(HandlerType.GET, "/api/v1/history", BENCH, ADMIN),
    LIVE(
            HandlerType.GET,
            "/api/v1/live",
            BENCH,
            BOARD,
            LOCAL,
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),
    /** The same for those who can't follow a stream: answered late. */
    NEWS(
            HandlerType.GET,
            "/api/v1/news",
            BENCH,
            BOARD,
            LOCAL,
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),
    BOARD_VIEW(
            HandlerType.GET,
            "/api/v1/board",
            BENCH,
            BOARD,
            LOCAL,
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),
    BOARD_PAGE(HandlerType.GET, "/board", BOARD, LOCAL, OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    BOARD_LIVE(HandlerType.GET, "/board/live", BOARD, LOCAL, OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    ASSET(HandlerType.GET, "/assets/{file}", ANYONE),

    LOGIN_PAGE(HandlerType.GET, "/login", ANYONE),
    LOGIN_FORM(HandlerType.POST, "/login", ANYONE),
    LOGOUT_FORM(HandlerType.POST, "/logout", OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    /** Who did what is in it. */
    EXCEPTION_DESK(HandlerType.GET, "/exceptions", SUPERVISOR, PLANNER, ADMIN),
    ACKNOWLEDGE_FORM(HandlerType.POST, "/exceptions/acknowledge", SUPERVISOR, PLANNER),
    CORRECT_FORM(HandlerType.POST, "/exceptions/correct", SUPERVISOR, PLANNER),
    VOID_FORM(HandlerType.POST, "/exceptions/void", SUPERVISOR, PLANNER),

    /** For whoever holds the piece: its code is on the label. */
    BAG(HandlerType.GET, "/s/{serial}", ANYONE),
    BAG_GS1(HandlerType.GET, "/01/{gtin}/21/{serial}", ANYONE),
    /** With the codes in it. */
    LABEL(HandlerType.GET, "/labels/serials/{serial}", SUPERVISOR, PLANNER, ADMIN),
    LABELS(HandlerType.GET, "/labels/jobs/{ticket}", SUPERVISOR, PLANNER, ADMIN),

    PLAN(HandlerType.POST, "/api/v1/plan", PLANNER, ADMIN),
    ROUTINGS(HandlerType.GET, "/api/v1/routings", SUPERVISOR, PLANNER, ADMIN),
    ROUTING(HandlerType.GET, "/api/v1/routings/{routing}", SUPERVISOR, PLANNER, ADMIN),
    SAVE_ROUTING(HandlerType.POST, "/api/v1/routings/{routing}", PLANNER, ADMIN),
    PUBLISH_ROUTING(HandlerType.POST, "/api/v1/routings/{routing}/publish", PLANNER, ADMIN),
    PRODUCTS(HandlerType.GET, "/api/v1/products", SUPERVISOR, PLANNER, ADMIN),
    SAVE_PRODUCT(HandlerType.POST, "/api/v1/products/{product}", PLANNER, ADMIN),
    PEOPLE(HandlerType.GET, "/api/v1/people", SUPERVISOR, PLANNER, ADMIN),
    SAVE_PERSON(HandlerType.POST, "/api/v1/people/{operator}", PLANNER, ADMIN),
    PLANNED_STATIONS(HandlerType.GET, "/api/v1/planned-stations", SUPERVISOR, PLANNER, ADMIN),
    SAVE_STATION(HandlerType.POST, "/api/v1/planned-stations/{station}", PLANNER, ADMIN),
    REASONS(HandlerType.GET, "/api/v1/reasons", SUPERVISOR, PLANNER, ADMIN),
    SAVE_REASON(HandlerType.POST, "/api/v1/reasons/{reason}", PLANNER, ADMIN),
    GIVE_SKILLS(HandlerType.POST, "/api/v1/people/{operator}/skills", SUPERVISOR, PLANNER, ADMIN),
    LIMITS(HandlerType.GET, "/api/v1/limits", SUPERVISOR, PLANNER, ADMIN),
    SET_LIMITS(HandlerType.POST, "/api/v1/limits", SUPERVISOR, PLANNER, ADMIN),
    JOBS(HandlerType.GET, "/api/v1/jobs", SUPERVISOR, PLANNER, ADMIN),
    CREATE_AND_START(HandlerType.POST, "/api/v1/jobs", SUPERVISOR, PLANNER, ADMIN),
    JOB(HandlerType.GET, "/api/v1/jobs/{ticket}", SUPERVISOR, PLANNER, ADMIN),
    CHANGE_JOB(HandlerType.POST, "/api/v1/jobs/{ticket}/change", SUPERVISOR, PLANNER, ADMIN),
    CANCEL_JOB(HandlerType.POST, "/api/v1/jobs/{ticket}/cancel", SUPERVISOR, PLANNER, ADMIN),
    ASSIGN_BY_LOAD(HandlerType.POST, "/api/v1/jobs/{ticket}/assign", SUPERVISOR, PLANNER, ADMIN),
    BY_LOAD(HandlerType.GET, "/api/v1/jobs/{ticket}/assign", SUPERVISOR, PLANNER, ADMIN),
    ASSIGN(
            HandlerType.POST,
            "/api/v1/tasks/{ticket}/{sequence}/assign",
            SUPERVISOR,
            PLANNER,
            ADMIN),
    ORDERS(HandlerType.GET, "/api/v1/orders", SUPERVISOR, PLANNER, ADMIN),
    ORDER(HandlerType.GET, "/api/v1/orders/{order}", SUPERVISOR, PLANNER, ADMIN),
    PLAN_ORDER(HandlerType.POST, "/api/v1/orders/{order}", PLANNER, ADMIN),
    SCHEDULE_ORDER(HandlerType.POST, "/api/v1/orders/{order}/schedule", PLANNER, ADMIN),
    START_ORDER(HandlerType.POST, "/api/v1/orders/{order}/start", PLANNER, ADMIN),
    CANCEL_ORDER(HandlerType.POST, "/api/v1/orders/{order}/cancel", PLANNER, ADMIN),
    IMPORT_ORDERS(HandlerType.POST, "/api/v1/imports/orders", PLANNER, ADMIN),
    IMPORT_ORDERS_CSV(HandlerType.POST, "/api/v1/imports/orders.csv", PLANNER, ADMIN),
    WORK_QUEUE(HandlerType.GET, "/api/v1/work-queue", SUPERVISOR, PLANNER, ADMIN),
    DESK_EXCEPTIONS(HandlerType.GET, "/api/v1/desk/exceptions", SUPERVISOR, PLANNER, ADMIN),
    ACKNOWLEDGE(HandlerType.POST, "/api/v1/desk/exceptions/acknowledge", SUPERVISOR, PLANNER),
    CLOSE_SESSIONS(HandlerType.POST, "/api/v1/desk/station-sessions/close", SUPERVISOR, PLANNER),
    DESK_EVENT(HandlerType.GET, "/api/v1/desk/events/{event}", SUPERVISOR, PLANNER),
    CORRECT(HandlerType.POST, "/api/v1/desk/correct", SUPERVISOR, PLANNER),
    CANCEL(
            HandlerType.POST,
            "/api/v1/tasks/{ticket}/{sequence}/cancel",
            SUPERVISOR,
            PLANNER,
            ADMIN),
    /** Who made how many. */
    TASKS(HandlerType.GET, "/api/v1/tasks", SUPERVISOR, PLANNER, ADMIN),
    TASK(HandlerType.GET, "/api/v1/tasks/{ticket}/{sequence}", SUPERVISOR, PLANNER, ADMIN),
    STATION_SESSIONS(HandlerType.GET, "/api/v1/station-sessions", SUPERVISOR, PLANNER, ADMIN),
    SESSIONS_AT(HandlerType.GET, "/api/v1/stations/{station}/sessions", SUPERVISOR, PLANNER, ADMIN),
    EXCEPTIONS(HandlerType.GET, "/api/v1/exceptions", SUPERVISOR, PLANNER, ADMIN),
    SOPS(HandlerType.GET, "/api/v1/sops", OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    SOP(HandlerType.GET, "/api/v1/sops/{sop}", OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    SOP_DRAFT(HandlerType.POST, "/api/v1/sops", PLANNER, ADMIN),
    SOP_CONFIRM(HandlerType.POST, "/api/v1/sops/{sop}/confirm", PLANNER, ADMIN),
    SOP_DELETE(HandlerType.DELETE, "/api/v1/sops/{sop}", PLANNER, ADMIN),
    /** Pictures of steps, and photos that are answers. */
    KEEP_PICTURE(HandlerType.POST, "/api/v1/pictures", BENCH, OPERATOR, SUPERVISOR, PLANNER, ADMIN),
    PICTURE(
            HandlerType.GET,
            "/api/v1/pictures/{picture}",
            BENCH,
            OPERATOR,
            SUPERVISOR,
            PLANNER,
            ADMIN),

    /** Guided work: one's own, and what a supervisor says of others'. */
    RUN_START(HandlerType.POST, "/api/v1/sessions", OPERATOR, SUPERVISOR, PLANNER),
    RUN_CURRENT(HandlerType.GET, "/api/v1/sessions/current", OPERATOR, SUPERVISOR, PLANNER),
    RUNS(HandlerType.GET, "/api/v1/sessions", OPERATOR, SUPERVISOR, PLANNER),
    RUN(HandlerType.GET, "/api/v1/sessions/{session}", OPERATOR, SUPERVISOR, PLANNER),
    RUN_AUDIT(HandlerType.GET, "/api/v1/sessions/{session}/audit", SUPERVISOR, PLANNER),
    RUN_CHECK(HandlerType.POST, "/api/v1/sessions/{session}/checks", OPERATOR, SUPERVISOR, PLANNER),
    RUN_PAUSE(HandlerType.POST, "/api/v1/sessions/{session}/pause", OPERATOR, SUPERVISOR, PLANNER),
    RUN_RESUME(
            HandlerType.POST, "/api/v1/sessions/{session}/resume", OPERATOR, SUPERVISOR, PLANNER),
    RUN_COMPLETE(
            HandlerType.POST, "/api/v1/sessions/{session}/complete", OPERATOR, SUPERVISOR, PLANNER),
    RUN_CANCEL(
            HandlerType.POST, "/api/v1/sessions/{session}/cancel", OPERATOR, SUPERVISOR, PLANNER),
    RUN_OVERRIDE(HandlerType.POST, "/api/v1/sessions/{session}/override", SUPERVISOR, PLANNER),
    RUN_APPROVE(HandlerType.POST, "/api/v1/sessions/{session}/approve", SUPERVISOR, PLANNER),

    SERIAL(HandlerType.GET, "/api/v1/serials/{serial}", SUPERVISOR, PLANNER, ADMIN),
    SERIAL_EPCIS(HandlerType.GET, "/api/v1/serials/{serial}/epcis", SUPERVISOR, PLANNER, ADMIN),
    JOB_EPCIS(HandlerType.GET, "/api/v1/jobs/{ticket}/epcis", SUPERVISOR, PLANNER, ADMIN),
    JOB_RESPONSE(
            HandlerType.GET,
            "/api/v1/tasks/{ticket}/{sequence}/job-response",
            SUPERVISOR,
            PLANNER,
            ADMIN);

    private final HandlerType method;
    private final String path;
    private final Set<Who> who;

    Route(HandlerType method, String path, Who... who) {
        this.method = method;
        this.path = path;
        this.who = Set.of(who);
    }

    /** GET, POST or DELETE. */
    public String method() {
        return method.name();
    }

    /** With names in braces for what varies. */
    public String path() {
        return path;
    }

    /** Who may use it. */
    public Set<Who> who() {
        return who;
    }

    void serve(RoutesConfig routes, Handler handler) {
        routes.addHttpHandler(method, path, handler, this);
    }
}
