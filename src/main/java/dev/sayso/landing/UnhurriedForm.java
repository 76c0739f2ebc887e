package dev.sayso.landing;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Moments;

/**
 * Takes no form for visitors that was filled faster than people fill one.
 */
@Component
class UnhurriedForm {

	private final VisitorRules rules;

	private final LinkToken tokens;

	private final Moments moments;

	UnhurriedForm(VisitorRules rules, LinkToken tokens, Moments moments) {
		this.rules = rules;
		this.tokens = tokens;
		this.moments = moments;
	}

	/**
	 * Refuses a form that was sent too fast, or that does not tell when it was shown.
	 * @throws Faults where it was
	 */
	void refuse(Posted posted) {
		long shown = Optional.ofNullable(posted.sealed()).flatMap(this.tokens::moment).orElse(Long.MAX_VALUE);
		Duration taken = Duration.ofMillis(this.moments.now().toEpochMilli() - shown);
		if (taken.isNegative() || taken.compareTo(this.rules.fillTime()) < 0) {
			throw Faults.whole("public.fault.fast");
		}
	}

}
