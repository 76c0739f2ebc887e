package dev.sayso.consent.status;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.Verdict.Reason;

/**
 * The verdict as a pure function: evaluates all rules, its own and those that other rooms
 * add, one after the other.
 */
@Component
class Verdicts {

	private static final List<ContactRule> OWN = List.of(Verdicts::address, Verdicts::suppressed, Verdicts::said,
			Verdicts::saidBySharers);

	private final List<ContactRule> rules;

	Verdicts(List<ContactRule> joined) {
		this.rules = Stream.concat(OWN.stream(), joined.stream()).toList();
	}

	Verdict judge(ContactStatus status, Question question) {
		List<Reason> reasons = new ArrayList<>();
		this.rules.forEach((rule) -> reasons.addAll(rule.against(status, question)));
		EffectiveChoice basis = status.say().effective(Purpose.marketing(question.channel()), status.defaults());
		return new Verdict(question.channel(), reasons.isEmpty(), List.copyOf(reasons), basis);
	}

	private static List<Reason> address(ContactStatus status, Question question) {
		return status.addresses().containsKey(question.channel()) ? List.of()
				: List.of(Reason.of(Code.ADDRESS_MISSING));
	}

	/**
	 * A suppressed address is never used, not even for what is no marketing.
	 */
	private static List<Reason> suppressed(ContactStatus status, Question question) {
		return status.suppressions()
			.stream()
			.filter((suppression) -> suppression.channel() == question.channel())
			.map((suppression) -> new Reason(Code.ADDRESS_SUPPRESSED, suppression.since(), null, null, null, null,
					null))
			.limit(1)
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
		return List.of((consent != null) ? Reason.of(code(effective), consent) : Reason.of(Code.NO_CONSENT));
	}

	private static Code code(EffectiveChoice effective) {
		return switch (effective.choice()) {
			case NO -> (effective.because() == EffectiveChoice.Because.ANY) ? Code.OPTED_OUT_ANY : Code.OPTED_OUT;
			case PENDING -> Code.PENDING;
			default -> Code.NO_CONSENT;
		};
	}

	/**
	 * A no of somebody with the same address counts, so that nobody stays reachable
	 * through a second profile.
	 */
	private static List<Reason> saidBySharers(ContactStatus status, Question question) {
		if (question.isTransactional()) {
			return List.of();
		}
		List<Reason> reasons = new ArrayList<>();
		for (ContactStatus.Sharer sharer : status.sharers()) {
			EffectiveChoice effective = sharer.say()
				.effective(Purpose.marketing(question.channel()), status.defaults());
			if (sharer.channels().contains(question.channel()) && effective.choice() == Choice.NO
					&& effective.consent() != null) {
				reasons.add(Reason.of(code(effective), effective.consent()).by(sharer));
			}
		}
		return reasons;
	}

}
