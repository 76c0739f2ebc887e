package dev.sayso.landing.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.request.LenientForm;

/**
 * What somebody sent from a public form.
 *
 * @param fields by the names of details; a field that was sent empty is there and blank
 * @param opening names the opening of the page
 * @param shown what the form showed, as it travelled
 * @param sealed when the form was shown, as it travelled
 * @param trapped whether the field was filled that people do not see
 * @param again what a form carries that was shown once more, as it travelled
 * @param version of the page as the form was made from it, as it travelled
 * @param next where whoever sent it from another website would go on
 */
public record PublicFormBody(Ticks ticks, Map<String, String> fields, UUID opening, @Nullable String shown,
		@Nullable String sealed, Way way, boolean trapped, @Nullable String again, @Nullable String version,
		@Nullable String next) {

	/** How it was sent, as the evidence says. */
	public enum Way {

		BUTTON("button"), AUTOMATIC("automatic"), ONE_CLICK("one-click");

		private final String key;

		Way(String key) {
			this.key = key;
		}

		public String key() {
			return this.key;
		}

	}

	/**
	 * The boxes that came ticked.
	 *
	 * @param ticked by what they are about
	 * @param stopped those of opt-ins that wait, and that the person wants no more
	 * @param all whether everything is stopped
	 * @param agreements the agreements, by their numbers on the page
	 * @param pause null where the page does not ask about it
	 */
	public record Ticks(Set<Purpose> ticked, Set<Purpose> stopped, boolean all, ServiceTicks services,
			Set<Integer> agreements, FormPause.@Nullable Typed pause) {

		public Ticks(Set<Purpose> ticked, Set<Purpose> stopped, boolean all) {
			this(ticked, stopped, all, ServiceTicks.NONE, Set.of(), null);
		}

		public static Ticks of(Set<Purpose> ticked) {
			return new Ticks(ticked, Set.of(), false);
		}

		public List<String> names() {
			return Stream
				.of(this.ticked.stream().sorted().map(PublicFormBody::box),
						this.stopped.stream().sorted().map(PublicFormBody::stop),
						Stream.of(ALL).filter((all) -> this.all), this.services.names(),
						this.agreements.stream().sorted().map((number) -> AGREEMENT + number),
						Optional.ofNullable(this.pause)
							.filter((typed) -> !typed.until().isEmpty())
							.map((typed) -> FormPause.UNTIL + "=" + typed.until())
							.stream())
				.flatMap((names) -> names)
				.toList();
		}

	}

	/**
	 * What came of the boxes about services, by their keys.
	 *
	 * @param stopped those that wait to be confirmed, and that the person wants no more
	 * @param frequencies the keys of how often they are to come
	 */
	public record ServiceTicks(Set<String> ticked, Set<String> stopped, Map<String, String> frequencies) {

		public static final ServiceTicks NONE = new ServiceTicks(Set.of(), Set.of(), Map.of());

		private Stream<String> names() {
			return Stream
				.of(this.ticked.stream().sorted().map((key) -> SERVICE + key),
						this.stopped.stream().sorted().map((key) -> ALL + "." + SERVICE + key),
						this.ticked.stream()
							.sorted()
							.filter(this.frequencies::containsKey)
							.map((key) -> FREQUENCY + key + "=" + this.frequencies.get(key)))
				.flatMap((names) -> names);
		}

	}

	public static final String ALL = "stop";

	/** The button that stops what a page offers, where its link was renewed since. */
	public static final String STOP_PAGE = "stop.page";

	public static final String CHANNEL = "channel.";

	public static final String USE = "purpose.";

	public static final String FIELD = "field.";

	public static final String SERVICE = "service.";

	public static final String FREQUENCY = "frequency.";

	public static final String AGREEMENT = "agreement.";

	private static final Pattern NAMES = Pattern.compile(
			"opening|stop|stop\\..+|channel\\..+|purpose\\..+|field\\..+|service\\..+|frequency\\..+|agreement\\..+|pauseUntil|"
					+ LenientForm.ONE_CLICK);

	public static boolean names(String field) {
		return NAMES.matcher(field).matches();
	}

	/** What is read of a request where the page does not matter. */
	public static PublicFormBody of(HttpServletRequest request) {
		return new FormReading(request).read(List.of(), Set.of(), Set.of(), 0, null);
	}

	/** What was sent from a page: what it does not ask for is overlooked. */
	public static PublicFormBody of(HttpServletRequest request, PublishedPage page) {
		Set<String> pressed = page.kind().hasService() ? Set.of(page.service()) : Set.of();
		FormReading reading = new FormReading(request);
		return reading.read(page.fieldsFor(false), page.services().keySet(), pressed, page.blocks().agreements().size(),
				page.blocks().has(PageBlock.Type.PAUSE) ? reading.pause() : null);
	}

	/** The same as a form of another opening. */
	public PublicFormBody withOpening(UUID other) {
		return new PublicFormBody(this.ticks, this.fields, other, this.shown, this.sealed, this.way, this.trapped,
				this.again, this.version, this.next);
	}

	public boolean automatic() {
		return this.way == Way.AUTOMATIC;
	}

	/** Whether a service for mail sent it on behalf of the reader (RFC 8058, 3.2). */
	public boolean oneClick() {
		return this.way == Way.ONE_CLICK;
	}

	/**
	 * The name of a purpose's checkbox: {@code channel.any}, {@code channel.email},
	 * {@code purpose.personalize.content}.
	 */
	public static String box(Purpose purpose) {
		return purpose.isMarketing() ? CHANNEL + purpose.key().substring("marketing.".length()) : USE + purpose.key();
	}

	public static String stop(Purpose purpose) {
		return ALL + "." + box(purpose);
	}

}
