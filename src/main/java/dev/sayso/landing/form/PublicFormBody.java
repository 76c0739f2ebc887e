package dev.sayso.landing.visit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.LenientForm;
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
 * @param again what a form carries that was shown once more, as it travelled
 */
record PublicFormBody(Ticks ticks, Map<String, String> fields, UUID opening, @Nullable String shown,
		@Nullable String sealed, Way way, boolean trapped, @Nullable String again) {

	/** How it was sent, as the evidence says. */
	enum Way {

		BUTTON("button"), AUTOMATIC("automatic"), ONE_CLICK("one-click");

		private final String key;

		Way(String key) {
			this.key = key;
		}

		String key() {
			return this.key;
		}

	}

	/**
	 * The boxes that came ticked.
	 *
	 * @param ticked by what they are about
	 * @param stopped those of opt-ins that wait, and that the person wants no more
	 * @param all whether everything is stopped
	 */
	record Ticks(Set<Purpose> ticked, Set<Purpose> stopped, boolean all) {

		static Ticks of(Set<Purpose> ticked) {
			return new Ticks(ticked, Set.of(), false);
		}

		List<String> names() {
			return Stream.of(this.ticked.stream().sorted().map(PublicFormBody::box),
					this.stopped.stream().sorted().map(PublicFormBody::stop), Stream.of(ALL).filter((all) -> this.all))
				.flatMap((names) -> names)
				.toList();
		}

	}

	static final String ALL = "stop";

	static final String CHANNEL = "channel.";

	static final String USE = "purpose.";

	static final String FIELD = "field.";

	private static final int LONGEST = 1000;

	private static final Pattern NAMES = Pattern
		.compile("opening|stop|stop\\..+|channel\\..+|purpose\\..+|field\\..+|" + LenientForm.ONE_CLICK);

	static boolean names(String field) {
		return NAMES.matcher(field).matches();
	}

	static PublicFormBody of(HttpServletRequest request) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String name : DetailsDraft.FIELDS) {
			String value = request.getParameter(FIELD + name);
			if (value != null) {
				fields.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
			}
		}
		String opening = request.getParameter("opening");
		String website = request.getParameter("website");
		return new PublicFormBody(
				new Ticks(ticked(request, PublicFormBody::box), ticked(request, PublicFormBody::stop),
						request.getParameter(ALL) != null),
				fields, ((opening != null) ? Ids.parse(opening) : Optional.<UUID>empty()).orElseGet(Ids::next),
				request.getParameter("shown"), request.getParameter("sealed"), way(request),
				website != null && !website.isBlank(), request.getParameter("again"));
	}

	private static Set<Purpose> ticked(HttpServletRequest request, Function<Purpose, String> name) {
		return Arrays.stream(Purpose.values())
			.filter((purpose) -> purpose.isMarketing() || PageBox.USES.contains(purpose))
			.filter((purpose) -> "on".equals(request.getParameter(name.apply(purpose))))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
	}

	private static Way way(HttpServletRequest request) {
		if ("One-Click".equalsIgnoreCase(request.getParameter(LenientForm.ONE_CLICK))) {
			return Way.ONE_CLICK;
		}
		return "on".equals(request.getParameter("automatic")) ? Way.AUTOMATIC : Way.BUTTON;
	}

	boolean automatic() {
		return this.way == Way.AUTOMATIC;
	}

	/** Whether a service for mail sent it on behalf of the reader (RFC 8058, 3.2). */
	boolean oneClick() {
		return this.way == Way.ONE_CLICK;
	}

	/**
	 * The name of a purpose's checkbox: {@code channel.any}, {@code channel.email},
	 * {@code purpose.personalize.content}.
	 */
	static String box(Purpose purpose) {
		return purpose.isMarketing() ? CHANNEL + purpose.key().substring("marketing.".length()) : USE + purpose.key();
	}

	static String stop(Purpose purpose) {
		return ALL + "." + box(purpose);
	}

}
