package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactRule.Question;
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
			Verdicts::saidBySharers, Verdicts::paused);

	private final List<ContactRule> rules;

	Verdicts(List<ContactRule> joined) {
		this.rules = Stream.concat(OWN.stream(), joined.stream()).toList();
	}

	Verdict judge(ContactStatus status, Question question) {
		List<Reason> reasons = new ArrayList<>();
		this.rules.forEach((rule) -> reasons.addAll(rule.against(status, question)));
		EffectiveChoice basis = status.say().effective(Purpose.marketing(question.channel()), status.defaults());
		return new Verdict(question.channel(), reasons.isEmpty(), List.copyOf(reasons), basis,
				status.say().tracking(Purpose.TRACKING_OPENS, status.defaults()),
				status.say().tracking(Purpose.TRACKING_CLICKS, status.defaults()));
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
		return status.suppressions()
			.stream()
			.filter((suppression) -> suppression.channel() == question.channel()
					&& suppression.isInForce(question.at()))
			.filter((suppression) -> !question.isTransactional()
					|| suppression.kind() == Suppression.Kind.UNDELIVERABLE)
			.map(Reason::of)
			.toList();
	}

	private static List<Reason> said(ContactStatus status, Question question) {
		if (question.isTransactional()) {
			return List.of();
		}
		EffectiveChoice effective = status.say().effective(Purpose.marketing(question.channel()), status.defaults());
		if (effective.allows()) {
			return List.of();
		}
		Consent consent = effective.consent();
		if (consent == null) {
			consent = effective.takenBack();
			return List.of((consent != null) ? Reason.of(Code.NO_CONSENT, consent) : Reason.of(Code.NO_CONSENT));
		}
		return List.of(Reason.of(code(effective), consent));
	}

	private static Code code(EffectiveChoice effective) {
		return switch (effective.choice()) {
			case NO -> (effective.because() == EffectiveChoice.Because.ANY) ? Code.OPTED_OUT_ANY : Code.OPTED_OUT;
			case PENDING -> Code.PENDING;
			default -> Code.NO_CONSENT;
		};
	}

	private static List<Reason> saidBySharers(ContactStatus status, Question question) {
		return question.isTransactional() ? List.of() : status.sharedNoes(question.channel())
			.stream()
			.map((no) -> Reason.of(code(no.choice()), Objects.requireNonNull(no.choice().consent())).by(no.sharer()))
			.toList();
	}

	/** A pause is the person's alone: it says no to nobody who shares the address. */
	private static List<Reason> paused(ContactStatus status, Question question) {
		return question.isTransactional() ? List.of()
				: status.say().pause(question.channel(), question.at()).map(Reason::of).stream().toList();
	}

}
