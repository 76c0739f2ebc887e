package dev.sayso.landing.editor;

import java.util.Map;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.landing.PageBehaviour.ThankYou;

/**
 * Where readers go on, as it is typed.
 *
 * @param kind {@code words}, {@code page} or {@code address}
 */
record WayForm(@Pattern(regexp = "words|page|address", message = "{landing.fault.way}") String kind, String page,
		@Size(max = 500, message = "{landing.fault.redirect}") @Pattern(regexp = "|https://[^\\s/]+\\S*",
				message = "{landing.fault.redirect}") String address) {

	static final WayForm OWN_WORDS = new WayForm("words", "", "");

	static WayForm of(ThankYou.Way way) {
		return new WayForm(way.page().isEmpty() ? (way.address().isEmpty() ? "words" : "address") : "page", way.page(),
				way.address());
	}

	/**
	 * Says what is missing, or is none that one may choose.
	 * @param pages by their keys
	 */
	void check(String field, Map<String, String> pages, Errors errors) {
		if (this.kind.equals("page") && !pages.containsKey(this.page)) {
			errors.rejectValue(field + "page", "landing.fault.way.page");
		}
		if (this.kind.equals("address") && this.address.isEmpty()) {
			errors.rejectValue(field + "address", "landing.fault.redirect");
		}
	}

	ThankYou.Way way() {
		return switch (this.kind) {
			case "page" -> new ThankYou.Way(this.page, "");
			case "address" -> new ThankYou.Way("", this.address);
			default -> ThankYou.Way.OWN_WORDS;
		};
	}

}
