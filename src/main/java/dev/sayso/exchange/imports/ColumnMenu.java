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
import dev.sayso.exchange.ServiceColumns;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.exchange.file.FilePreset;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.DetailsDraft;

@Component
class ColumnMenu {

	private final Attributes attributes;

	private final ServiceColumns services;

	private final MessageSourceAccessor messages;

	ColumnMenu(Attributes attributes, ServiceColumns services, MessageSourceAccessor messages) {
		this.attributes = attributes;
		this.services = services;
		this.messages = messages;
	}

	record Group(String label, Map<String, String> options) {
	}

	List<Group> groups() {
		Map<String, String> details = new LinkedHashMap<>();
		details.put(ColumnTarget.ID.key(), text("import.target.id"));
		DetailsDraft.FIELDS.forEach((field) -> details.put(field, text("profile.field." + field)));
		Map<String, String> attributes = new LinkedHashMap<>();
		for (Attribute attribute : this.attributes.findAllByOrderByLabel()) {
			attributes.put(new ColumnTarget(ColumnTarget.Kind.ATTRIBUTE, attribute.name()).key(), attribute.label());
		}
		Map<String, String> optOuts = purposes(ColumnTarget.Kind.NO, "import.target.no", true);
		Map<String, String> consents = purposes(ColumnTarget.Kind.CONSENT, "import.target.consent", true);
		consents.putAll(purposes(ColumnTarget.Kind.PENDING, "import.target.pending", false));
		Map<String, String> times = purposes(ColumnTarget.Kind.SAID_AT, "import.target.at", true);
		Map<String, String> subscriptions = new LinkedHashMap<>();
		this.services.services().forEach((key, name) -> {
			subscriptions.put(ColumnTarget.service(key).key(), text("import.target.service", name));
			times.put(ColumnTarget.timeOfService(key).key(), text("import.target.at.service", name));
		});
		return List.of(new Group(text("import.targets.details"), details),
				new Group(text("import.targets.attributes"), attributes), new Group(text("import.targets.no"), optOuts),
				new Group(text("import.targets.consents"), consents),
				new Group(text("import.targets.services"), subscriptions),
				new Group(text("import.targets.times"), times));
	}

	private Map<String, String> purposes(ColumnTarget.Kind kind, String code, boolean tracking) {
		Map<String, String> options = new LinkedHashMap<>();
		for (Purpose purpose : Purpose.values()) {
			options.put(new ColumnTarget(kind, purpose.key()).key(), text(code, name(purpose)));
		}
		if (tracking) {
			options.put(ColumnTarget.tracking(kind).key(), text(code, text("import.purpose.tracking")));
		}
		return options;
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
