package dev.sayso.exchange.imports;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsDraft;

/**
 * The menu of column targets, in the reader's language.
 */
@Component
class ColumnMenu {

	private final Attributes attributes;

	private final MessageSourceAccessor messages;

	ColumnMenu(Attributes attributes, MessageSourceAccessor messages) {
		this.attributes = attributes;
		this.messages = messages;
	}

	/** A group of the menu. */
	record Group(String label, Map<String, String> options) {
	}

	List<Group> groups() {
		Map<String, String> details = new LinkedHashMap<>();
		DetailsDraft.FIELDS.forEach((field) -> details.put(field, text("profile.field." + field)));
		Map<String, String> attributes = new LinkedHashMap<>();
		for (Attribute attribute : this.attributes.findAllByOrderByLabel()) {
			attributes.put(new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name()).key(), attribute.label());
		}
		Map<String, String> optOuts = new LinkedHashMap<>();
		Map<String, String> consents = new LinkedHashMap<>();
		Map<String, String> times = new LinkedHashMap<>();
		Arrays.stream(Purpose.values()).forEach((purpose) -> {
			optOuts.put(ColumnTarget.no(purpose).key(), text("import.target.no", name(purpose)));
			consents.put(ColumnTarget.consent(purpose).key(), text("import.target.consent", name(purpose)));
			times.put(ColumnTarget.saidAt(purpose).key(), text("import.target.at", name(purpose)));
		});
		String tracking = text("import.purpose.tracking");
		optOuts.put(ColumnTarget.tracking(ColumnTarget.Kind.NO).key(), text("import.target.no", tracking));
		consents.put(ColumnTarget.tracking(ColumnTarget.Kind.CONSENT).key(), text("import.target.consent", tracking));
		times.put(ColumnTarget.tracking(ColumnTarget.Kind.SAID_AT).key(), text("import.target.at", tracking));
		Arrays.stream(Purpose.values())
			.forEach((purpose) -> consents.put(ColumnTarget.consent(purpose).as(ColumnTarget.Kind.PENDING).key(),
					text("import.target.pending", name(purpose))));
		return List.of(new Group(text("import.targets.details"), details),
				new Group(text("import.targets.attributes"), attributes), new Group(text("import.targets.no"), optOuts),
				new Group(text("import.targets.consents"), consents), new Group(text("import.targets.times"), times));
	}

	Map<String, String> refusals() {
		Map<String, String> refusals = new LinkedHashMap<>();
		refusals.put("", text("import.everybody.nothing"));
		Arrays.stream(Purpose.values())
			.forEach((purpose) -> refusals.put(purpose.key(), text("import.everybody.of", name(purpose))));
		refusals.put(ColumnTarget.tracking(ColumnTarget.Kind.NO).name(),
				text("import.everybody.of", text("import.purpose.tracking")));
		refusals.put(FilePreset.UNDELIVERABLE, text("import.everybody.undeliverable"));
		return refusals;
	}

	Map<String, String> countries() {
		Locale locale = LocaleContextHolder.getLocale();
		Map<String, String> countries = new LinkedHashMap<>();
		Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Locale.Builder().setRegion(code).build())
			.sorted(Comparator.comparing((country) -> country.getDisplayCountry(locale), Collator.getInstance(locale)))
			.forEach((country) -> countries.put(country.getCountry(), country.getDisplayCountry(locale)));
		return countries;
	}

	private String name(Purpose purpose) {
		return purpose.isMarketing() ? text("channel." + purpose.key().substring("marketing.".length()))
				: text("import.purpose." + purpose.key());
	}

	private String text(String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, code);
	}

}
