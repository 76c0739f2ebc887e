package dev.sayso.offer.editor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Cap;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;

/**
 * Reads an offer's parts as a form brings them; what cannot be read is noted, and the
 * offer is made of the rest, so that it can still be previewed.
 */
final class OfferFormParser {

	/** What a representation may hold at most. */
	static final int LONGEST = 100_000;

	private final TypedOffer typed;

	private OfferFormParser(Map<String, String> values) {
		this.typed = new TypedOffer(values);
	}

	/**
	 * The result: the offer as far as it could be read, and what is wrong by part name.
	 */
	record Result(OfferDraft edit, Map<String, OfferFault> wrongs) {

	}

	/**
	 * Reads a form.
	 * @param eligibility as JSON; empty for everybody
	 */
	static Result of(Map<String, String> values, String eligibility) {
		OfferFormParser read = new OfferFormParser(values);
		OfferContent content = read.content(eligibility);
		String name = read.typed.text("name", 200);
		if (name.isEmpty()) {
			read.typed.wrong("name", OfferFault.of("offer.fault.name"));
		}
		return new Result(new OfferDraft(name, read.typed.text("description", 2000), content), read.typed.wrongs());
	}

	private OfferContent content(String eligibility) {
		List<String> qualifiers = this.typed.names("qualifier.")
			.filter(this.typed::on)
			.map(OfferFormParser::last)
			.toList();
		return new OfferContent(representations(), qualifiers, ReadAttributes.of(this.typed), validity(),
				this.typed.number("priority", 0, OfferContent.HIGHEST, "offer.fault.priority"), eligibility, caps(),
				this.typed.on("personal"));
	}

	private List<Representation> representations() {
		return Stream.of(this.typed.value("representations").split(","))
			.filter((place) -> place.matches("[a-z0-9][a-z0-9-]{0,59}\\.([A-Za-z0-9-]{1,35}|\\*)"))
			.distinct()
			.map(this::representation)
			.toList();
	}

	private Representation representation(String place) {
		String tag = place.substring(place.indexOf('.') + 1);
		return new Representation(place.substring(0, place.indexOf('.')),
				tag.equals(OfferParts.ANY) ? Representation.ANY : tag, this.typed.text("content." + place, LONGEST),
				orNull(this.typed.text("alt." + place, 500)), orNull(this.typed.text("link." + place, 2000)));
	}

	private Validity validity() {
		LocalDateTime from = this.typed.time("from");
		LocalDateTime to = this.typed.time("to");
		if (from != null && to != null && !to.isAfter(from)) {
			this.typed.wrong("to", OfferFault.of("offer.fault.order"));
			to = null;
		}
		try {
			return new Validity(from, to, ZoneId.of(this.typed.value("zone")).getId());
		}
		catch (DateTimeException ex) {
			this.typed.wrong("zone", OfferFault.of("offer.fault.zone"));
			return new Validity(from, to, Validity.ALWAYS.zone());
		}
	}

	private List<Cap> caps() {
		return this.typed.rows("caps").stream().map(this::cap).toList();
	}

	private Cap cap(String row) {
		return new Cap(TypedOffer.one(Cap.Event.values(), Cap.Event::key, this.typed.value(row + ".event")),
				this.typed.value(row + ".each").equals("each"),
				this.typed.number(row + ".limit", 1, Integer.MAX_VALUE, "offer.fault.limit"),
				TypedOffer.one(Cap.Period.values(), Cap.Period::key, this.typed.value(row + ".period")));
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private static String last(String name) {
		return name.substring(name.indexOf('.') + 1);
	}

}
