package dev.sayso.landing.visit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageBox;
import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.Ids;

/**
 * What somebody sent from a public form.
 *
 * @param fields by the names of details; a field that was sent empty is there and blank
 * @param opening names the opening of the page
 * @param shown what the form showed, as it travelled
 * @param sealed when the form was shown, as it travelled
 * @param trapped whether the field was filled that people do not see
 */
record PublicFormBody(Set<Purpose> ticked, Map<String, String> fields, UUID opening, @Nullable String shown,
		@Nullable String sealed, boolean automatic, boolean trapped) {

	/** How a channel's checkbox is named. */
	static final String CHANNEL = "channel.";

	/** How the checkbox of a use is named. */
	static final String USE = "purpose.";

	/** How a detail's field is named. */
	static final String FIELD = "field.";

	private static final int LONGEST = 1000;

	static PublicFormBody of(HttpServletRequest request) {
		Set<Purpose> ticked = EnumSet.noneOf(Purpose.class);
		for (Purpose purpose : Purpose.values()) {
			if ((purpose.isMarketing() || PageBox.USES.contains(purpose))
					&& "on".equals(request.getParameter(box(purpose)))) {
				ticked.add(purpose);
			}
		}
		Map<String, String> fields = new LinkedHashMap<>();
		for (String name : DetailsDraft.FIELDS) {
			String value = request.getParameter(FIELD + name);
			if (value != null) {
				fields.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
			}
		}
		String opening = request.getParameter("opening");
		String website = request.getParameter("website");
		return new PublicFormBody(ticked, fields,
				((opening != null) ? Ids.parse(opening) : java.util.Optional.<UUID>empty()).orElseGet(Ids::next),
				request.getParameter("shown"), request.getParameter("sealed"),
				"on".equals(request.getParameter("automatic")), website != null && !website.isBlank());
	}

	/**
	 * The name of a purpose's checkbox: {@code channel.any}, {@code channel.email},
	 * {@code purpose.personalize.content}.
	 */
	static String box(Purpose purpose) {
		return purpose.isMarketing() ? CHANNEL + purpose.key().substring("marketing.".length()) : USE + purpose.key();
	}

	/**
	 * The same under an opening of its own.
	 */
	PublicFormBody reopened() {
		return new PublicFormBody(this.ticked, this.fields, Ids.next(), this.shown, this.sealed, this.automatic,
				this.trapped);
	}

}
