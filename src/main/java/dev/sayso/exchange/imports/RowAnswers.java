package dev.sayso.exchange.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;

/**
 * What the cells of one row say about purposes. Where two differ the no wins.
 */
final class RowAnswers {

	private final ImportPlan plan;

	private final Instant now;

	/** The noes, and whether the person said them. */
	private final Map<Purpose, Boolean> noes = new EnumMap<>(Purpose.class);

	private final Map<Purpose, Choice> others = new EnumMap<>(Purpose.class);

	private final Map<Purpose, Instant> times = new EnumMap<>(Purpose.class);

	private final Map<String, ServiceAnswer> services = new TreeMap<>();

	private final Map<String, Instant> serviceTimes = new HashMap<>();

	/** Services of which a time is given, even one that lies ahead. */
	private final Set<String> timed = new HashSet<>();

	/** The words that say of a service that the person left it. */
	private final Map<String, String> left = new TreeMap<>();

	private final List<String> said = new ArrayList<>();

	private boolean undeliverable;

	/**
	 * What a row says of a service.
	 *
	 * @param own whether it is a no that the person said
	 */
	record ServiceAnswer(boolean in, boolean own) {

		/** Where two differ the no wins. */
		ServiceAnswer and(ServiceAnswer other) {
			return new ServiceAnswer(this.in && other.in, (!this.in && this.own) || (!other.in && other.own));
		}

	}

	RowAnswers(ImportPlan plan, Instant now) {
		this.plan = plan;
		this.now = now;
	}

	/**
	 * Concludes once all cells are read: adds what everybody in the file says, where in a
	 * list of addresses those that could not be reached said nothing. Who left a service
	 * said so themself where a time is given, or where everybody in the file opted out.
	 */
	void conclude() {
		boolean bounced = this.undeliverable && this.plan.kind() == ImportPlan.Kind.SUPPRESSIONS;
		this.plan.refused()
			.stream()
			.filter((purpose) -> !bounced)
			.forEach((purpose) -> this.noes.merge(purpose, true, Boolean::logicalOr));
		if (this.plan.isUndeliverable()) {
			bounce(Purpose.MARKETING_EMAIL);
		}
		this.left.forEach((service, text) -> {
			if (this.timed.contains(service) || !this.plan.refused().isEmpty()) {
				addNo(service, true, text);
			}
		});
	}

	void add(Purpose purpose, CellMeanings.Meaning meaning, String text) {
		Choice choice = meaning.choice().orElse(null);
		if (meaning.isUndeliverable()) {
			bounce(purpose);
		}
		else if (choice == Choice.NO) {
			this.noes.merge(purpose, meaning.isOwn(), Boolean::logicalOr);
			if (meaning.isOwn()) {
				this.said.add(text);
			}
			addTime(purpose, meaning.saidAt());
		}
		else if (choice != null) {
			this.others.merge(purpose, choice, (one, two) -> (one == Choice.YES) ? two : one);
		}
	}

	void add(String service, CellMeanings.Meaning meaning, String text) {
		Choice choice = meaning.choice().orElse(null);
		if (choice == Choice.YES) {
			this.services.merge(service, new ServiceAnswer(true, false), ServiceAnswer::and);
		}
		else if (choice == Choice.NO && !meaning.isUndeliverable()) {
			addNo(service, meaning.isOwn(), text);
			if (CellMeanings.saysLeft(text)) {
				this.left.put(service, text);
			}
		}
	}

	private void addNo(String service, boolean own, String text) {
		this.services.merge(service, new ServiceAnswer(false, own), ServiceAnswer::and);
		if (own) {
			this.said.add(text);
		}
	}

	/** The same of what is said of a service. */
	void addTime(String service, @Nullable Instant time) {
		if (time != null) {
			this.timed.add(service);
		}
		if (time != null && time.isBefore(this.now)) {
			this.serviceTimes.merge(service, time, (one, two) -> one.isAfter(two) ? one : two);
		}
	}

	/** What is said of services, yeses or noes, by their keys. */
	Map<String, ServiceAnswer> services(boolean in) {
		Map<String, ServiceAnswer> some = new TreeMap<>(this.services);
		some.values().removeIf((answer) -> answer.in() != in);
		return some;
	}

	@Nullable Instant saidAt(String service) {
		return this.serviceTimes.get(service);
	}

	/**
	 * Adds when an answer was said: of several times the last; what lies ahead is said
	 * now.
	 */
	void addTime(Purpose purpose, @Nullable Instant time) {
		if (time != null && time.isBefore(this.now)) {
			this.times.merge(purpose, time, (one, two) -> one.isAfter(two) ? one : two);
		}
	}

	/** The noes, those that the person said or those that somebody recorded. */
	List<Statement> noes(boolean own) {
		return this.noes.entrySet()
			.stream()
			.filter((no) -> no.getValue() == own)
			.map((no) -> new Statement(no.getKey(), Choice.NO, this.times.get(no.getKey()), null))
			.toList();
	}

	boolean hasNoes() {
		return !this.noes.isEmpty() || this.services.values().stream().anyMatch((answer) -> !answer.in());
	}

	List<Statement> others() {
		return this.others.entrySet()
			.stream()
			.filter((other) -> !this.noes.containsKey(other.getKey()))
			.map((other) -> Statement.of(other.getKey(), other.getValue()))
			.toList();
	}

	int contradictions() {
		return (int) this.others.keySet().stream().filter(this.noes::containsKey).count();
	}

	boolean areUndeliverable() {
		return this.undeliverable;
	}

	String said() {
		return this.said.stream().distinct().collect(Collectors.joining("; "));
	}

	/** In a list of people an address that cannot be reached is not used either. */
	private void bounce(Purpose purpose) {
		this.undeliverable = true;
		if (this.plan.kind() == ImportPlan.Kind.PEOPLE) {
			this.noes.putIfAbsent(purpose, false);
		}
	}

}
