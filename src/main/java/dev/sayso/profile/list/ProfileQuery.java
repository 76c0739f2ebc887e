package dev.sayso.profile.list;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

import dev.sayso.person.DetailsForm;

/**
 * Which people are asked for and in which order, as the URL of the list says it; whoever
 * holds the same query finds the same people.
 *
 * @param q part of a name or an address, a number, an id
 * @param filters what has to hold besides, all of it
 */
public record ProfileQuery(String q, List<Filter> filters, Sort sort, boolean ascending) {

	/** Everybody, the last changed first. */
	public static final ProfileQuery EVERYBODY = new ProfileQuery("", List.of(), Sort.CHANGED, false);

	public enum Sort {

		CHANGED, NAME, CREATED;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		/** Names are read from A, times from the newest. */
		boolean usuallyAscends() {
			return this == NAME;
		}

	}

	/** One thing that has to hold: a parameter with one of some values. */
	public record Filter(String name, List<String> values) {

		ProfileFilter kind() {
			return ProfileFilter.of(this.name).orElseThrow();
		}

		String attribute() {
			return this.name.substring(DetailsForm.ATTRIBUTE.length());
		}

	}

	/** Whether a parameter says which people are asked for, or in which order. */
	static boolean knows(String parameter) {
		return List.of("q", "sort", "order").contains(parameter) || ProfileFilter.of(parameter).isPresent();
	}

	/** Reads the parameters of a request; what means nothing is left out. */
	public static ProfileQuery of(MultiValueMap<String, String> parameters) {
		List<Filter> filters = new ArrayList<>();
		parameters.forEach((name, texts) -> {
			List<String> values = texts.stream()
				.map(String::strip)
				.filter((text) -> ProfileFilter.of(name).map((kind) -> kind.accepts(text)).orElse(false))
				.distinct()
				.toList();
			if (!values.isEmpty()) {
				filters.add(new Filter(name, values));
			}
		});
		Sort sort = Arrays.stream(Sort.values())
			.filter((known) -> known.key().equals(parameters.getFirst("sort")))
			.findFirst()
			.orElse(Sort.CHANGED);
		String order = parameters.getFirst("order");
		String q = Optional.ofNullable(parameters.getFirst("q")).orElse("").strip();
		return new ProfileQuery((q.length() <= 200) ? q : q.substring(0, 200), List.copyOf(filters), sort,
				(order != null) ? order.equals("asc") : sort.usuallyAscends());
	}

	/**
	 * Whether a form sent fields that nobody filled in. A condition that says nothing is
	 * none of them: it is wrong.
	 */
	static boolean hasBlanks(MultiValueMap<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.filter((parameter) -> !parameter.getKey().equals(ProfileFilter.CONDITION.parameter()))
			.flatMap((parameter) -> parameter.getValue().stream())
			.anyMatch(String::isBlank);
	}

	/** Reads what {@link #toString()} wrote. */
	public static ProfileQuery parse(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		for (String pair : query.split("&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return of(parameters);
	}

	/** A filter that cannot be read must not go: then everybody would be meant. */
	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "unreadable query", ex);
		}
	}

	public boolean narrows() {
		return !this.q.isEmpty() || !this.filters.isEmpty();
	}

	ProfileQuery without(Filter filter) {
		return new ProfileQuery(this.q, this.filters.stream().filter((kept) -> kept != filter).toList(), this.sort,
				this.ascending);
	}

	ProfileQuery sorted(Sort by, boolean ascend) {
		return new ProfileQuery(this.q, this.filters, by, ascend);
	}

	ProfileQuery cleared() {
		return new ProfileQuery("", List.of(), this.sort, this.ascending);
	}

	@Override
	public String toString() {
		List<String> pairs = new ArrayList<>();
		if (!this.q.isEmpty()) {
			pairs.add("q=" + encode(this.q));
		}
		this.filters.forEach(
				(filter) -> filter.values().forEach((value) -> pairs.add(encode(filter.name()) + "=" + encode(value))));
		if (this.sort != Sort.CHANGED) {
			pairs.add("sort=" + this.sort.key());
		}
		if (this.ascending != this.sort.usuallyAscends()) {
			pairs.add("order=" + (this.ascending ? "asc" : "desc"));
		}
		return String.join("&", pairs);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
