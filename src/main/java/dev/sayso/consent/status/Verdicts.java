package dev.sayso.consent.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactRule.Subscribed;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.Verdict.Reason;
import dev.sayso.consent.suppression.Suppression;

/**
 * The verdict as a pure function: evaluates all rules, its own and those that other rooms
 * add, one after the other.
 */
@Component
class Verdicts {

	private static final List<ContactRule> OWN = List.of(Verdicts::address, Verdicts::suppressed, Verdicts::said,
			Verdicts::saidBySharers, Verdicts::subscribed, Verdicts::personalized, Verdicts::paused);

	private final List<ContactRule> rules;

	Verdicts(List<ContactRule> joined) {
		this.rules = Stream.concat(OWN.stream(), joined.stream()).toList();
	}

	Verdict judge(ContactStatus status, Question question) {
		List<Reason> reasons = new ArrayList<>();
		this.rules.forEach((rule) -> reasons.addAll(rule.against(status, question)));
		List<EffectiveChoice> bases = asked(question)
			.map((purpose) -> status.say().effective(purpose, status.defaults()))
			.toList();
		return new Verdict(question.channel(), reasons.isEmpty(), List.copyOf(reasons), bases,
				status.say().tracking(Purpose.TRACKING_OPENS, status.defaults()),
				status.say().tracking(Purpose.TRACKING_CLICKS, status.defaults()));
	}

	/**
	 * The parts of a person that rules read at an instant; empty where none reads more
	 * than their status.
	 */
	Optional<Set<Class<?>>> reads(Instant at) {
		Set<Class<?>> parts = new HashSet<>();
		boolean any = false;
		for (ContactRule rule : this.rules) {
			Optional<Set<Class<?>>> read = rule.reads(at);
			any |= read.isPresent();
			read.ifPresent(parts::addAll);
		}
		return any ? Optional.of(parts) : Optional.empty();
	}

	/** When between two instants a rule came to hold or ceased to. */
	Stream<Instant> changed(Instant from, Instant until) {
		return this.rules.stream().flatMap((rule) -> rule.changed(from, until));
	}

	/** The purposes whose choices let through. */
	private static Stream<Purpose> asked(Question question) {
		Stream<Purpose> channel = (question.isTransactional() || question.service() != null) ? Stream.empty()
				: Stream.of(Purpose.marketing(question.channel()));
		return question.action().equals(Question.PERSONALIZATION)
				? Stream.concat(channel, Stream.of(Purpose.PERSONALIZE_CONTENT)) : channel;
	}

	private static List<Reason> address(ContactStatus status, Question question) {
		return status.addresses().containsKey(question.channel()) ? List.of()
				: List.of(Reason.of(Code.ADDRESS_MISSING));
	}

	/**
	 * An address that cannot be reached is never used; a no that is kept for it lets pass
	 * what is no marketing.
	 */
	private static List<Reason> suppressed(ContactStatus status, Question question) {
		if (status.suppressions().isEmpty()) {
			return List.of();
		}
		return status.suppressions()
			.stream()
			.filter((suppression) -> suppression.channel() == question.channel()
					&& suppression.isInForce(question.at()))
			.filter((suppression) -> !question.isTransactional()
					|| suppression.kind() == Suppression.Kind.UNDELIVERABLE)
			.map(Reason::of)
			.toList();
	}

	/**
	 * A no to any channel stands beside what the channel says itself; for a service no
	 * more than their noes count.
	 */
	private static List<Reason> said(ContactStatus status, Question question) {
		if (question.isTransactional()) {
			return List.of();
		}
		Say say = status.say();
		Purpose purpose = Purpose.marketing(question.channel());
		List<Reason> reasons = new ArrayList<>();
		say.get(Purpose.MARKETING_ANY)
			.filter((any) -> any.choice() == Choice.NO)
			.ifPresent((any) -> reasons.add(Reason.of(Code.OPTED_OUT_ANY, any)));
		Consent own = say.get(purpose).filter(Consent::isSaid).orElse(null);
		if (own != null && !own.choice().allows(purpose)) {
			reasons.add(Reason.of(code(own.choice()), own));
		}
		else if (reasons.isEmpty()) {
			refused(say.effective(purpose, status.defaults())).ifPresent(reasons::add);
		}
		if (question.service() != null) {
			reasons.removeIf((reason) -> reason.code() != Code.OPTED_OUT_ANY && reason.code() != Code.OPTED_OUT);
		}
		return reasons;
	}

	/** What stands against a purpose by order of precedence. */
	private static Optional<Reason> refused(EffectiveChoice effective) {
		if (effective.allows()) {
			return Optional.empty();
		}
		Consent consent = effective.consent();
		if (consent != null) {
			return Optional.of(Reason.of(code(effective.choice()), consent));
		}
		Consent takenBack = effective.takenBack();
		return Optional.of((takenBack != null) ? Reason.of(Code.NO_CONSENT, takenBack) : Reason.of(Code.NO_CONSENT));
	}

	private static Code code(Choice choice) {
		return switch (choice) {
			case NO -> Code.OPTED_OUT;
			case PENDING -> Code.PENDING;
			default -> Code.NO_CONSENT;
		};
	}

	private static List<Reason> subscribed(ContactStatus status, Question question) {
		Subscribed service = question.service();
		return (service == null || service.yes() || question.isTransactional()) ? List.of()
				: List.of(Reason.of(service));
	}

	/** Never stops contact but where a person's data is to be used for it. */
	private static List<Reason> personalized(ContactStatus status, Question question) {
		return !question.action().equals(Question.PERSONALIZATION) ? List.of()
				: refused(status.say().effective(Purpose.PERSONALIZE_CONTENT, status.defaults()))
					.map(Reason::ofPersonalization)
					.stream()
					.toList();
	}

	private static List<Reason> saidBySharers(ContactStatus status, Question question) {
		return question.isTransactional() ? List.of()
				: status.sharedNoes(question.channel())
					.stream()
					.map((no) -> Reason.of((no.choice().because() == EffectiveChoice.Because.ANY) ? Code.OPTED_OUT_ANY
							: Code.OPTED_OUT, Objects.requireNonNull(no.choice().consent()))
						.by(no.sharer()))
					.toList();
	}

	/** A pause is the person's alone: it says no to nobody who shares the address. */
	private static List<Reason> paused(ContactStatus status, Question question) {
		return question.isTransactional() ? List.of()
				: status.say().pause(question.channel(), question.at()).map(Reason::of).stream().toList();
	}

}
