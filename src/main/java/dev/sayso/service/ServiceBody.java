package dev.sayso.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Period;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Slug;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * A service as the API takes and shows it.
 */
@Schema(name = "Service")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceBody(@Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable UUID id,
		@Schema(example = "newsletter") @NotNull(message = "is missing") String key,
		@NotBlank(message = "is missing") @PlainText @Size(max = 200,
				message = "is longer than 200 characters") String name,
		@PlainText @Size(max = 2000, message = "is longer than 2000 characters") @Nullable String description,
		@Schema(description = "A channel, such as email or postalMail.") @NotNull(
				message = "is missing") String channel,
		@Schema(description = "open, closed (nobody new) or, in answers, archived.") @Pattern(regexp = "open|closed",
				message = "is not one of open, closed") @Nullable String state,
		@Schema(description = "Without it the service is there always, and its subscriptions have no end.") @Valid @Nullable Validity validity,
		@Schema(description = "By language (en, fr, nl), where it has a name or a description of its own.") @Nullable Map<String, @Valid Words> texts,
		@Schema(description = "Whether people confirm by mail what they ask for on a page: none, default, or own (with a text of the service's own).") @Pattern(
				regexp = "none|default|own",
				message = "is not one of none, default, own") @Nullable String confirmation,
		@Schema(description = "For people to choose from; the first is usual.") @Size(max = 10,
				message = "has more than 10 items") @Nullable List<@Valid @NotNull(
						message = "is not an object") Often> frequencies) {

	/** Either days, with whose last one all subscriptions end, or how long each lasts. */
	@Schema(name = "ServiceValidity")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Validity(@Nullable LocalDate from, @Nullable LocalDate to, @Valid @Nullable Duration duration) {

	}

	@Schema(name = "ServiceDuration")
	record Duration(
			@Min(value = 1, message = "is not a whole number from 1 to 999") @Max(value = 999,
					message = "is not a whole number from 1 to 999") int amount,
			@Schema(example = "months") @Pattern(regexp = "days|weeks|months|years",
					message = "is not one of days, weeks, months, years") @NotNull(
							message = "is missing") String unit) {

	}

	@Schema(name = "ServiceText")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Words(@PlainText @Size(max = 200, message = "is longer than 200 characters") @Nullable String name,
			@PlainText @Size(max = 2000, message = "is longer than 2000 characters") @Nullable String description,
			@Schema(description = "What stands in the mail that asks to confirm.") @PlainText @Size(max = 2000,
					message = "is longer than 2000 characters") @Nullable String confirmation) {

	}

	@Schema(name = "ServiceFrequency")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Often(@Schema(example = "weekly") @NotNull(message = "is missing") String key,
			@NotBlank(message = "is missing") @PlainText @Size(max = 100,
					message = "is longer than 100 characters") String name,
			@Schema(description = "By language.") @Nullable Map<String, @PlainText @Size(max = 100,
					message = "is longer than 100 characters") String> names) {

	}

	static ServiceBody of(Service service) {
		ServiceValidity validity = service.validity();
		Map<String, Words> texts = new LinkedHashMap<>();
		ServiceForm.LANGUAGES.stream().filter(service.words().texts()::containsKey).forEach((language) -> {
			ServiceWords.Text text = service.words().text(language);
			texts.put(language, new Words(given(text.name()), given(text.description()), given(text.confirmation())));
		});
		Duration lasting = (validity.amount() != null && validity.unit() != null)
				? new Duration(validity.amount(), validity.unit().key()) : null;
		return new ServiceBody(service.id(), service.slug(), service.name(), service.description(),
				service.channel().key(), service.state().key(),
				(validity.kind() == ServiceValidity.Kind.ALWAYS) ? null
						: new Validity(validity.from(), validity.to(), lasting),
				texts, service.words().confirmation().key(),
				service.words()
					.frequencies()
					.stream()
					.map((frequency) -> new Often(frequency.key(), frequency.name(), frequency.names()))
					.toList());
	}

	/** What is wrong besides what its constraints say. */
	List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		if (this.id != null) {
			faults.add(new Fault("/id", "is given by Sayso"));
		}
		if (this.key != null && !Slug.isSlug(this.key, ServiceForm.RESERVED)) {
			faults.add(new Fault("/key", ServiceForm.RESERVED.contains(this.key) ? "is reserved"
					: "is no key: small letters, digits and dashes, at most 60"));
		}
		if (this.channel != null && Channel.of(this.channel).isEmpty()) {
			faults.add(new Fault("/channel", "is not a channel"));
		}
		if (this.validity != null) {
			faults(this.validity, faults);
		}
		if ("own".equals(this.confirmation)
				&& textsGiven().values().stream().allMatch((text) -> text(text.confirmation()).isEmpty())) {
			faults.add(new Fault("/texts", "has no confirmation"));
		}
		strange("/texts/", textsGiven().keySet(), faults);
		faults(often(), faults);
		return faults;
	}

	private static void faults(Validity validity, List<Fault> faults) {
		boolean days = validity.from() != null || validity.to() != null;
		if (days && validity.duration() != null) {
			faults.add(new Fault("/validity/duration", "does not go with from and to"));
		}
		if (!days && validity.duration() == null) {
			faults.add(new Fault("/validity/from", "is missing, as are to and duration"));
		}
		day("/validity/from", validity.from(), faults);
		day("/validity/to", validity.to(), faults);
		if (validity.from() != null && validity.to() != null && validity.to().isBefore(validity.from())) {
			faults.add(new Fault("/validity/to", "is before from"));
		}
	}

	private static void faults(List<Often> often, List<Fault> faults) {
		Set<String> keys = new LinkedHashSet<>();
		Set<String> names = new LinkedHashSet<>();
		for (int at = 0; at < often.size(); at++) {
			Often each = often.get(at);
			if (each != null && each.key() != null && (!Slug.isSlug(each.key()) || !keys.add(each.key()))) {
				faults.add(new Fault("/frequencies/" + at + "/key", "is no key, or stands twice"));
			}
			if (each != null && each.name() != null && !names.add(each.name().strip())) {
				faults.add(new Fault("/frequencies/" + at + "/name", "stands twice"));
			}
			if (each != null && each.names() != null) {
				strange("/frequencies/" + at + "/names/", each.names().keySet(), faults);
			}
		}
	}

	private static void day(String pointer, @Nullable LocalDate day, List<Fault> faults) {
		if (day != null && !ServiceValidity.isWritten(day)) {
			faults.add(new Fault(pointer, "is too late"));
		}
	}

	private static void strange(String pointer, Set<String> languages, List<Fault> faults) {
		languages.stream()
			.filter((language) -> !ServiceForm.LANGUAGES.contains(language))
			.forEach((language) -> faults
				.add(new Fault(pointer + JsonBody.escape(language), "is not one of en, fr, nl")));
	}

	ServiceContent content() {
		Map<String, ServiceWords.Text> own = new LinkedHashMap<>();
		textsGiven().forEach((language, text) -> own.put(language,
				new ServiceWords.Text(text(text.name()), text(text.description()), text(text.confirmation()))));
		List<Frequency> frequencies = often().stream()
			.map((each) -> new Frequency(each.key(), each.name().strip(),
					(each.names() != null) ? each.names() : Map.of()))
			.toList();
		return new ServiceContent(this.name.strip(), text(this.description), "closed".equals(this.state),
				validityAsked(),
				new ServiceWords(own, frequencies,
						(this.confirmation != null) ? ServiceWords.Confirmation.of(this.confirmation).orElseThrow()
								: ServiceWords.Confirmation.NONE));
	}

	private ServiceValidity validityAsked() {
		if (this.validity == null) {
			return ServiceValidity.ALWAYS;
		}
		Duration lasting = this.validity.duration();
		return (lasting == null) ? ServiceValidity.between(this.validity.from(), this.validity.to())
				: ServiceValidity.lasting(lasting.amount(), Period.Unit.of(lasting.unit()).orElseThrow());
	}

	private Map<String, Words> textsGiven() {
		return (this.texts != null) ? this.texts : Map.of();
	}

	private List<Often> often() {
		return (this.frequencies != null) ? this.frequencies : List.of();
	}

	private static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

	private static @Nullable String given(String text) {
		return text.isEmpty() ? null : text;
	}

}
