package dev.sayso.contact.events;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.validation.constraints.Pattern;

import org.springframework.validation.BindingResult;

/**
 * When bounces that are not final suppress an address, as a form has it.
 */
record BounceForm(@Pattern(regexp = "[1-9]|[1-9][0-9]", message = "{bounces.fault.count}") String bounces,
		@Pattern(regexp = DAYS, message = "{bounces.fault.days}") String within,
		@Pattern(regexp = "0|" + DAYS, message = "{bounces.fault.apart}") String apart,
		@Pattern(regexp = "[1-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-5]",
				message = "{bounces.fault.rest}") String rest) {

	private static final String DAYS = "[1-9]|[1-8][0-9]|90";

	static BounceForm of(BounceRule.Limits limits) {
		return new BounceForm(Integer.toString(limits.bounces()), Integer.toString(limits.within()),
				Integer.toString(limits.apart()), Integer.toString(limits.rest()));
	}

	/** What is too far apart never comes within the days. */
	void check(BindingResult errors) {
		if (!errors.hasErrors() && Integer.parseInt(this.apart) >= Integer.parseInt(this.within)) {
			errors.rejectValue("apart", "bounces.fault.never");
		}
	}

	BounceRule.Limits limits() {
		return new BounceRule.Limits(Integer.parseInt(this.bounces), Integer.parseInt(this.within),
				Integer.parseInt(this.apart), Integer.parseInt(this.rest));
	}

	/** What the record of changes tells, by field. */
	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("bounces.count", this.bounces);
		fields.put("bounces.within", this.within);
		fields.put("bounces.apart", this.apart);
		fields.put("bounces.rest", this.rest);
		return fields;
	}

}
