package dev.sayso.landing.visit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.sayso.consent.Choice;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.person.DetailsDraft;
import dev.sayso.service.SubscriptionStatement;

/**
 * Says what is wrong with a public form: message keys by the names of its fields and
 * boxes, the empty name for the whole.
 */
public class FormFaults extends RuntimeException {

	private static final long serialVersionUID = 1L;

	static final String TRAP = "public.fault.trap";

	static final String FAST = "public.fault.fast";

	/** Of a form that is one too many for now. */
	static final String BUSY = "public.fault.busy";

	private final transient Map<String, String> codes;

	private final long wait;

	FormFaults(Map<String, String> codes) {
		this(codes, 0);
	}

	private FormFaults(Map<String, String> codes, long wait) {
		super("faults: " + codes);
		this.codes = Map.copyOf(codes);
		this.wait = wait;
	}

	/**
	 * A form that may be sent again, and then is taken.
	 * @param wait after how many seconds
	 */
	static FormFaults busy(long wait) {
		return new FormFaults(Map.of("", BUSY), wait);
	}

	/** What keeps the rest of a form from being taken. */
	static FormFaults of(RuntimeException cause) {
		return (cause instanceof FormFaults faults) ? faults : new FormFaults(Map.of("", "public.fault.room"));
	}

	/** The same fault of the box of each service. */
	static FormFaults ofServices(Collection<String> services, String code) {
		return new FormFaults(services.stream()
			.distinct()
			.collect(Collectors.toMap((service) -> PublicFormBody.SERVICE + service, (service) -> code)));
	}

	/** Of a pause until what is no day; empty where it is one. */
	static Optional<FormFaults> pause(PublicFormBody body) {
		FormPause.Typed typed = body.ticks().pause();
		boolean wrong = typed != null && !typed.until().isEmpty() && typed.day().isEmpty();
		return wrong ? Optional.of(new FormFaults(Map.of(FormPause.UNTIL, "public.fault.date"))) : Optional.empty();
	}

	static FormFaults ofPause(PauseRefusedException cause) {
		return new FormFaults(Map.of(FormPause.UNTIL, switch (cause.fault()) {
			case PAST, TOO_FAR -> "public.fault.date";
			case OWN, STALE -> "public.fault.changed";
		}));
	}

	/** The agreements of a page that a form leaves unticked; empty where none is. */
	static Optional<FormFaults> agreements(PublishedPage page, PublicFormBody body) {
		Map<String, String> missing = new LinkedHashMap<>();
		for (int number = 1; number <= page.blocks().agreements().size(); number++) {
			if (!page.closed() && !body.ticks().agreements().contains(number)) {
				missing.put(PublicFormBody.AGREEMENT + number, "public.fault.agreement");
			}
		}
		return missing.isEmpty() ? Optional.empty() : Optional.of(new FormFaults(missing));
	}

	/**
	 * What a page that is over does not take: anything but a no; empty where it is none.
	 */
	static Optional<FormFaults> closed(List<Statement> statements, List<SubscriptionStatement> subscriptions) {
		List<String> services = subscriptions.stream()
			.filter(SubscriptionStatement::in)
			.map(SubscriptionStatement::service)
			.toList();
		if (!services.isEmpty()) {
			return Optional.of(ofServices(services, "public.fault.closed"));
		}
		List<Purpose> optIns = statements.stream()
			.filter((statement) -> statement.choice() != Choice.NO)
			.map(Statement::purpose)
			.toList();
		return optIns.isEmpty() ? Optional.empty() : Optional.of(of(optIns, "public.fault.closed"));
	}

	/** The same fault of the box of each purpose. */
	static FormFaults of(Collection<Purpose> purposes, String code) {
		return new FormFaults(
				purposes.stream().distinct().collect(Collectors.toMap(PublicFormBody::box, (purpose) -> code)));
	}

	static FormFaults of(Iterable<DetailsDraft.Fault> faults) {
		Map<String, String> codes = new LinkedHashMap<>();
		faults.forEach(
				(fault) -> codes.put(fault.field().isEmpty() ? "" : PublicFormBody.FIELD + fault.field(), code(fault)));
		return new FormFaults(codes);
	}

	Map<String, String> codes() {
		return this.codes;
	}

	/** After how many seconds the form may be sent again; 0 for at once. */
	long seconds() {
		return this.wait;
	}

	/** Whether the form seemed to come from a machine, which its sender may deny. */
	boolean isDoubt() {
		return List.of(TRAP, FAST).contains(this.codes.getOrDefault("", ""));
	}

	private static String code(DetailsDraft.Fault fault) {
		if (fault.code().endsWith(".long")) {
			return "public.fault.long";
		}
		return switch (fault.field()) {
			case "email", "mobile", "phone", "birthDate" -> "public.fault." + fault.field();
			case "" -> "public.fault.unreachable";
			default -> "public.fault.field";
		};
	}

}
