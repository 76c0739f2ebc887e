package dev.sayso.service;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.condition.Period;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.PageFrame;

/**
 * A service as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once, as is the channel
 * @param state {@code open} or {@code closed}
 * @param validity the key of a kind
 * @param confirmation the key of what people confirm by mail
 * @param texts one for each language
 * @param frequencies those there are, and blank rows for more
 */
record ServiceForm(int version,
		@NotBlank(message = "{service.fault.name}") @Size(max = 200, message = "{service.fault.name.long}") String name,
		String slug, @Size(max = 2000, message = "{service.fault.description}") String description, String channel,
		String state, String validity, String from, String to, String amount, String unit, String confirmation,
		List<@Valid TextRow> texts, List<@Valid FrequencyRow> frequencies) {

	/** What URLs of the console have for other things. */
	static final List<String> RESERVED = List.of("new", "many");

	static final List<String> LANGUAGES = PageFrame.LANGUAGES.stream().map(PageFrame.Language::tag).toList();

	static final int MOST_FREQUENCIES = 10;

	/** So many rows are blank, to be filled. */
	private static final int BLANK = 2;

	static final ServiceForm NEW = new ServiceForm(-1, "", "", "", Channel.EMAIL.key(), ServiceState.OPEN.key(),
			ServiceValidity.Kind.ALWAYS.key(), "", "", "12", Period.Unit.MONTHS.key(),
			ServiceWords.Confirmation.NONE.key(), List.of(), List.of());

	ServiceForm {
		slug = Slug.typed(slug, name, RESERVED);
		state = Choices.read(state, ServiceState.OPEN.key(), ServiceState.CLOSED.key());
		validity = Choices.read(validity, ServiceValidity.Kind.ALWAYS, ServiceValidity.Kind::of).key();
		unit = Choices.read(unit, Period.Unit.MONTHS, Period.Unit::of).key();
		confirmation = Choices.read(confirmation, ServiceWords.Confirmation.NONE, ServiceWords.Confirmation::of).key();
		texts = texts(texts);
		frequencies = padded(frequencies);
	}

	/** What people read in one language. */
	record TextRow(String language, @Size(max = 200, message = "{service.fault.name.long}") String name,
			@Size(max = 2000, message = "{service.fault.description}") String description,
			@Size(max = 2000, message = "{service.fault.description}") String confirmation) {

		TextRow {
			confirmation = Objects.requireNonNullElse(confirmation, "");
			Choices.check(language.isEmpty() || LANGUAGES.contains(language));
		}

		boolean isBlank() {
			return this.name.isEmpty() && this.description.isEmpty() && this.confirmation.isEmpty();
		}

	}

	static ServiceForm of(Service service) {
		ServiceValidity validity = service.validity();
		Period.Unit unit = Objects.requireNonNullElse(validity.unit(), Period.Unit.MONTHS);
		return new ServiceForm(Objects.requireNonNullElse(service.version(), 0), service.name(), service.slug(),
				service.description(), service.channel().key(),
				(service.closed() ? ServiceState.CLOSED : ServiceState.OPEN).key(), validity.kind().key(),
				Objects.toString(validity.from(), ""), Objects.toString(validity.to(), ""),
				Objects.toString(validity.amount(), "12"), unit.key(), service.words().confirmation().key(),
				LANGUAGES.stream().map((language) -> {
					ServiceWords.Text text = service.words().text(language);
					return new TextRow(language, text.name(), text.description(), text.confirmation());
				}).toList(), service.words().frequencies().stream().map(FrequencyRow::of).toList());
	}

	/** Says what no annotation says. */
	void check(Errors errors) {
		if (kind() == ServiceValidity.Kind.DATES) {
			LocalDate first = day("from", this.from, errors);
			LocalDate last = day("to", this.to, errors);
			if (this.from.isEmpty() && this.to.isEmpty()) {
				errors.rejectValue("from", "service.fault.dates");
			}
			if (first != null && last != null && last.isBefore(first)) {
				errors.rejectValue("to", "service.fault.order");
			}
		}
		if (kind() == ServiceValidity.Kind.DURATION && !this.amount.matches("[1-9]\\d{0,2}")) {
			errors.rejectValue("amount", "service.fault.amount");
		}
		if (this.confirmation.equals(ServiceWords.Confirmation.OWN.key())
				&& this.texts.stream().allMatch((text) -> text.confirmation().isEmpty())) {
			errors.rejectValue("texts[0].confirmation", "service.fault.confirmation");
		}
		Set<String> names = new LinkedHashSet<>();
		for (int at = 0; at < this.frequencies.size(); at++) {
			FrequencyRow row = this.frequencies.get(at);
			if (!row.isBlank() && row.name().isEmpty()) {
				errors.rejectValue("frequencies[" + at + "].name", "service.fault.frequency");
			}
			else if (!row.isBlank() && !names.add(row.name())) {
				errors.rejectValue("frequencies[" + at + "].name", "service.fault.frequency.twice");
			}
			if (row.words().stream().anyMatch((word) -> word.length() > 100)) {
				errors.rejectValue("frequencies[" + at + "].name", "service.fault.frequency.long");
			}
		}
	}

	/** The same of a new one, with what is given once. */
	void checkNew(Errors errors) {
		if (Slug.isWrong(this.slug, this.name, RESERVED)) {
			errors.rejectValue("slug", "service.fault.slug");
		}
		if (Channel.of(this.channel).isEmpty()) {
			errors.rejectValue("channel", "service.fault.channel");
		}
		check(errors);
	}

	/** What would be saved, once nothing is wrong with it. */
	ServiceContent content() {
		Map<String, ServiceWords.Text> own = new LinkedHashMap<>();
		this.texts.stream()
			.filter((text) -> !text.isBlank())
			.forEach((text) -> own.put(text.language(),
					new ServiceWords.Text(text.name(), text.description(), text.confirmation())));
		List<Frequency> often = new ArrayList<>();
		Set<String> keys = new LinkedHashSet<>();
		for (FrequencyRow row : this.frequencies.stream().filter((each) -> !each.isBlank()).toList()) {
			String key = row.key().isEmpty() ? Slug.from(row.name(), keys) : row.key();
			Map<String, String> names = new LinkedHashMap<>();
			for (int at = 0; at < LANGUAGES.size(); at++) {
				if (!row.words().get(at).isEmpty()) {
					names.put(LANGUAGES.get(at), row.words().get(at));
				}
			}
			String free = key.isEmpty() ? "frequency-" + (keys.size() + 1) : key;
			keys.add(free);
			often.add(new Frequency(free, row.name(), names));
		}
		return new ServiceContent(this.name, this.description, this.state.equals(ServiceState.CLOSED.key()),
				validityTyped(),
				new ServiceWords(own, often, ServiceWords.Confirmation.of(this.confirmation).orElseThrow()));
	}

	/** Whether people confirm it by mail. */
	boolean confirms() {
		return !this.confirmation.equals(ServiceWords.Confirmation.NONE.key());
	}

	Channel by() {
		return Channel.of(this.channel).orElseThrow();
	}

	public ServiceValidity.Kind kind() {
		return ServiceValidity.Kind.of(this.validity).orElseThrow();
	}

	private ServiceValidity validityTyped() {
		return switch (kind()) {
			case ALWAYS -> ServiceValidity.ALWAYS;
			case DATES -> ServiceValidity.between(this.from.isEmpty() ? null : LocalDate.parse(this.from),
					this.to.isEmpty() ? null : LocalDate.parse(this.to));
			case DURATION ->
				ServiceValidity.lasting(Integer.parseInt(this.amount), Period.Unit.of(this.unit).orElseThrow());
		};
	}

	private static @Nullable LocalDate day(String field, String typed, Errors errors) {
		try {
			LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
			if (day != null && !ServiceValidity.isWritten(day)) {
				errors.rejectValue(field, "service.fault.day");
				return null;
			}
			return day;
		}
		catch (DateTimeParseException ex) {
			errors.rejectValue(field, "service.fault.day");
			return null;
		}
	}

	private static List<TextRow> texts(@Nullable List<TextRow> typed) {
		return LANGUAGES.stream()
			.map((language) -> ((typed != null) ? typed : List.<TextRow>of()).stream()
				.filter((row) -> row != null && row.language().equals(language))
				.findFirst()
				.orElseGet(() -> new TextRow(language, "", "", "")))
			.toList();
	}

	private static List<FrequencyRow> padded(@Nullable List<FrequencyRow> typed) {
		List<FrequencyRow> rows = new ArrayList<>(((typed != null) ? typed : List.<FrequencyRow>of()).stream()
			.filter((row) -> row != null && !row.isBlank())
			.limit(MOST_FREQUENCIES)
			.toList());
		int most = Math.min(MOST_FREQUENCIES, rows.size() + BLANK);
		while (rows.size() < most) {
			rows.add(FrequencyRow.blank());
		}
		return List.copyOf(rows);
	}

}
