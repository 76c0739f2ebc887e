package dev.sayso.person;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Channel;

/**
 * Fills the form of a person's contact details, from the store or from what was typed.
 */
@Component
public class DetailsForms {

	/** What is no version is one that nobody was shown. */
	private static final Integer UNSEEN = -1;

	private final DetailsDrafts drafts;

	private final Attributes attributes;

	private final AttributeValues values;

	private final ChannelsInUse channels;

	DetailsForms(DetailsDrafts drafts, Attributes attributes, AttributeValues values, ChannelsInUse channels) {
		this.drafts = drafts;
		this.attributes = attributes;
		this.values = values;
		this.channels = channels;
	}

	public DetailsForm blank() {
		return form(null, null, Details.NONE, Map.of(), Map.of(), Map.of());
	}

	/** The form for a test profile, as it was typed or is stored; it needs no address. */
	public DetailsForm imagined(Map<String, String> texts) {
		return read(texts, null).without("");
	}

	public DetailsForm create(Profile profile) {
		Map<String, Object> stored = this.values.find(profile.id());
		return form(profile, profile.version(), profile.details(), stored, texts(profile.details(), stored), Map.of());
	}

	/** The form as it was typed; what it did not show stays as it is. */
	public DetailsForm read(Map<String, String> typed, @Nullable Profile profile) {
		Map<String, Object> stored = (profile != null) ? this.values.find(profile.id()) : Map.of();
		Map<String, String> texts = new HashMap<>((profile != null) ? texts(profile.details(), stored) : Map.of());
		Map<String, String> faults = new HashMap<>();
		DetailsDraft.FIELDS.forEach((field) -> {
			if (typed.containsKey(field)) {
				texts.put(field, typed.get(field));
			}
		});
		Map<String, Object> values = attributes(typed, stored, texts, faults);
		DetailsDraft draft = this.drafts.draft(texts);
		draft.faults().forEach((fault) -> faults.put(fault.field(), fault.code()));
		return form(profile, version(typed), draft.details(), values, texts, faults);
	}

	private Map<String, Object> attributes(Map<String, String> typed, Map<String, Object> stored,
			Map<String, String> texts, Map<String, String> faults) {
		Map<String, Object> values = new TreeMap<>(stored);
		for (Attribute attribute : this.attributes.findAllByOrderByLabel()) {
			String field = DetailsForm.ATTRIBUTE + attribute.name();
			String text = typed.get(field);
			if (text == null) {
				continue;
			}
			texts.put(field, text);
			values.remove(attribute.name());
			Object value = text.isBlank() ? null : attribute.parse(text);
			if (value != null) {
				values.put(attribute.name(), value);
			}
			else if (!text.isBlank()) {
				faults.put(field, "profile.fault.attribute." + attribute.type());
			}
		}
		return values;
	}

	private DetailsForm form(@Nullable Profile profile, @Nullable Integer version, Details details,
			Map<String, Object> values, Map<String, String> texts, Map<String, String> faults) {
		List<Channel> inUse = this.channels.channelsInUse();
		return new DetailsForm((profile != null) ? profile.id() : null, version, details, values, texts, faults,
				this.attributes.findAllByOrderByLabel(), inUse.contains(Channel.FAX), inUse.contains(Channel.PUSH),
				CodeNames.in(LocaleContextHolder.getLocale()),
				(profile != null) ? new DetailsForm.Changed(profile.updatedAt(), profile.changedBy()) : null);
	}

	public static Map<String, String> texts(Details details, Map<String, Object> values) {
		Map<String, String> texts = new HashMap<>();
		details.fields().forEach((name, value) -> texts.put(name, switch (name) {
			case "mobile", "phone", "fax" -> PhoneNumbers.international(value.toString());
			default -> value.toString();
		}));
		values.forEach((name, value) -> texts.put(DetailsForm.ATTRIBUTE + name,
				(value instanceof BigDecimal number) ? number.toPlainString() : value.toString()));
		return texts;
	}

	private static @Nullable Integer version(Map<String, String> typed) {
		String version = typed.get("version");
		return (version == null) ? null : version.matches("\\d{1,9}") ? Integer.valueOf(version) : UNSEEN;
	}

}
