package dev.sayso.landing.editor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageLook;
import dev.sayso.landing.PageTexts;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.page.Choices;

/**
 * What holds for a page as a whole, as it is typed.
 *
 * @param seen what it was when the form was drawn, so that a change by somebody else
 * meanwhile is noticed
 * @param languages tags of its languages
 * @param language tag of the one that stands in for the others
 * @param texts one for each language it has
 * @param theme the key of a theme; empty for a colour of its own
 * @param service of a page that subscribes or unsubscribes; empty where the link names it
 * @param way where whoever sent a form goes on
 * @param constants what a form adds, and blank rows for more
 */
record PageSettingsForm(String seen,
		@NotBlank(message = "{landing.fault.name}") @Size(max = 200, message = "{landing.fault.name}") String name,
		List<String> languages, String language, List<@Valid TextRow> texts, String theme,
		@Pattern(regexp = "#[0-9a-fA-F]{6}", message = "{landing.fault.colour}") String colour,
		@Size(max = 60, message = "{landing.fault.long}") String logo,
		@Size(max = 200, message = "{landing.fault.long}") String organisation,
		@Size(max = 500, message = "{landing.fault.long}") String address,
		@Size(max = 254, message = "{landing.fault.email}") @Pattern(regexp = "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
				message = "{landing.fault.email}") String email,
		@Size(max = 40, message = "{landing.fault.phone}") @Pattern(regexp = "[+0-9 ()./-]*",
				message = "{landing.fault.phone}") String phone,
		boolean askFirst, boolean refusesKnown, boolean confirmsByMail, boolean tellsStop, String service, String from,
		String to, String timeZone,
		@Size(max = 500, message = "{landing.fault.redirect}") @Pattern(regexp = "|https://[^\\s/]+\\S*",
				message = "{landing.fault.redirect}") String redirect,
		@Valid WayForm way, List<@Valid ConstantRow> constants) {

	/** So many rows are blank, to be filled. */
	private static final int BLANK = 2;

	private static final int MOST_CONSTANTS = 20;

	PageSettingsForm {
		languages = (languages != null) ? languages.stream().filter((tag) -> tag != null && !tag.isEmpty()).toList()
				: List.of();
		Choices.check(PageContent.LANGUAGES.containsAll(languages));
		Choices.check(language.isEmpty() || PageContent.LANGUAGES.contains(language));
		texts = (texts != null) ? List.copyOf(texts) : List.of();
		address = address.replace("\r\n", "\n");
		way = Objects.requireNonNullElse(way, WayForm.OWN_WORDS);
		constants = padded(constants);
	}

	/** What people read in one language besides the blocks. */
	record TextRow(String language, @Size(max = 200, message = "{landing.fault.long}") String resultTitle,
			@Size(max = 3000, message = "{landing.fault.long}") String resultText,
			@Size(max = 1500, message = "{landing.fault.long}") String inactive,
			@Size(max = 500, message = "{landing.fault.url}") @Pattern(regexp = "|https?://[^\\s/]+\\S*",
					message = "{landing.fault.url}") String privacyNotice) {

		TextRow {
			Choices.check(PageContent.LANGUAGES.contains(language));
			resultText = resultText.replace("\r\n", "\n");
			inactive = inactive.replace("\r\n", "\n");
		}

		PageTexts texts(String title) {
			return new PageTexts(title, this.resultTitle, this.resultText, this.inactive, this.privacyNotice);
		}

	}

	/**
	 * A value that the form adds.
	 *
	 * @param attribute the name of the attribute; empty for none
	 */
	record ConstantRow(String attribute, @Size(max = 1000, message = "{landing.fault.long}") String value) {

	}

	static PageSettingsForm of(LandingPage page) {
		PageSettingsForm form = of(page, "");
		return of(page, Sha256.hex(form.toString()).substring(0, 16));
	}

	private static PageSettingsForm of(LandingPage page, String seen) {
		PageContent content = page.draft();
		PageContact contact = content.contact();
		PageBehaviour behaviour = content.behaviour();
		return new PageSettingsForm(seen, page.name(), List.copyOf(content.texts().keySet()), content.language(),
				content.languages().stream().map((tag) -> row(tag, content.texts().get(tag))).toList(),
				Optional.ofNullable(content.look().theme()).orElse(""), content.colour(), content.logo(),
				contact.organisation(), contact.address(), contact.email(), contact.phone(), behaviour.askFirst(),
				behaviour.refusesKnown(), behaviour.mails().confirm(), behaviour.mails().stop(), behaviour.service(),
				text(behaviour.from()), text(behaviour.to()), behaviour.timeZone(), behaviour.redirect(),
				WayForm.of(behaviour.thankYou().usual()),
				content.constants()
					.entrySet()
					.stream()
					.map((constant) -> new ConstantRow(constant.getKey(), constant.getValue()))
					.toList());
	}

	private static TextRow row(String tag, @Nullable PageTexts texts) {
		PageTexts words = (texts != null) ? texts : PageTexts.NONE;
		return new TextRow(tag, words.resultTitle(), words.resultText(), words.inactive(), words.privacyNotice());
	}

	boolean isStale(LandingPage page) {
		return !this.seen.equals(of(page).seen());
	}

	void check(LandingPage page, Errors errors) {
		if (this.languages.isEmpty()) {
			errors.rejectValue("languages", "landing.fault.languages");
		}
		boolean readable = isTime("from", this.from, errors) & isTime("to", this.to, errors);
		ZoneId zone = zone();
		if (zone == null) {
			errors.rejectValue("timeZone", "landing.fault.timeZone");
		}
		else if (readable && !this.from.isEmpty() && !this.to.isEmpty()
				&& !LocalDateTime.parse(this.to)
					.atZone(zone)
					.toInstant()
					.isAfter(LocalDateTime.parse(this.from).atZone(zone).toInstant())) {
			errors.rejectValue("to", "landing.fault.order");
		}
	}

	/**
	 * The page with what was typed.
	 * @param fresh the words of a language that is new to the page
	 */
	PageContent apply(PageContent before, Function<String, PageTexts> fresh) {
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		PageContent.LANGUAGES.stream().filter(this.languages::contains).forEach((tag) -> {
			PageTexts standing = before.texts().get(tag);
			texts.put(tag,
					(standing == null) ? fresh.apply(tag)
							: this.texts.stream()
								.filter((row) -> row.language().equals(tag))
								.findFirst()
								.map((row) -> row.texts(standing.title()))
								.orElse(standing));
		});
		Map<String, String> values = new LinkedHashMap<>();
		this.constants.stream()
			.filter((row) -> !row.attribute().isEmpty() && !row.value().isEmpty())
			.forEach((row) -> values.put(row.attribute(), row.value()));
		return before.withTexts(texts)
			.withLanguage(texts.containsKey(this.language) ? this.language : texts.keySet().iterator().next())
			.withContact(new PageContact(this.organisation, this.address, this.email, this.phone))
			.withBrand(this.colour.toLowerCase(Locale.ROOT), this.logo)
			.withLook(PageLook.of(this.theme))
			.withConstants(values)
			.withBehaviour(
					new PageBehaviour(this.askFirst, this.refusesKnown, time(this.from), time(this.to), this.timeZone,
							this.redirect, this.service, new PageBehaviour.Mails(this.confirmsByMail, this.tellsStop),
							before.behaviour().thankYou().withUsual(this.way.way())));
	}

	private @Nullable ZoneId zone() {
		try {
			return ZoneId.of(this.timeZone);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static boolean isTime(String field, String typed, Errors errors) {
		try {
			time(typed);
			return true;
		}
		catch (DateTimeParseException ex) {
			errors.rejectValue(field, "landing.fault.time");
			return false;
		}
	}

	private static @Nullable LocalDateTime time(String typed) {
		return typed.isEmpty() ? null : LocalDateTime.parse(typed);
	}

	private static String text(@Nullable LocalDateTime time) {
		return (time != null) ? time.toString() : "";
	}

	private static List<ConstantRow> padded(@Nullable List<ConstantRow> rows) {
		List<ConstantRow> all = new ArrayList<>();
		if (rows != null) {
			rows.stream()
				.filter((row) -> row != null && !(row.attribute().isEmpty() && row.value().isEmpty()))
				.limit(MOST_CONSTANTS)
				.forEach(all::add);
		}
		for (int blank = 0; blank < BLANK && all.size() < MOST_CONSTANTS; blank++) {
			all.add(new ConstantRow("", ""));
		}
		return List.copyOf(all);
	}

}
