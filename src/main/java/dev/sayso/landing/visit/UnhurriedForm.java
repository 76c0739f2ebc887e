package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;

/**
 * Takes no form for visitors that was filled faster than people fill one.
 */
@Component
class UnhurriedForm {

	private final VisitorLimitProperties rules;

	private final LinkToken tokens;

	private final Clock clock;

	UnhurriedForm(VisitorLimitProperties rules, LinkToken tokens, Clock clock) {
		this.rules = rules;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Refuses a form that was sent too fast, or that does not tell when it was shown.
	 * @throws FormFaults where it was
	 */
	void refuse(PublicFormBody body) {
		long shown = Optional.ofNullable(body.sealed()).flatMap(this.tokens::time).orElse(Long.MAX_VALUE);
		Duration taken = Duration.ofMillis(this.clock.instant().toEpochMilli() - shown);
		if (taken.isNegative() || taken.compareTo(this.rules.fillTime()) < 0) {
			throw FormFaults.whole("public.fault.fast");
		}
	}

}
